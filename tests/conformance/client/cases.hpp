// What clients may ask of the client half of a transport, whatever port is below it: cases as data. Each says whom the client
// connects to, what that peer does, what the client does, and what it must be told. trial.hpp runs one; peers.hpp has the
// peers over the sockets of this machine.
//
//   for (const Case& one : cases) { EXPECT_EQ(try_out(one, world).problem, nullptr) << one.name; }
#pragma once

#include "case.hpp"

namespace conformance {

inline constexpr Case cases[] = {
    // Whom it reaches, and by which name
    {"AnAddressIsConnectedTo",
     Peer::echoes,
     {connect(Host::address), opens, exchanges(1000), finish, hears_end, close, peer_got(1000),
      peer_got_end}},
    {"AnAddressOfVersion6IsConnectedTo",
     Peer::echoes,
     {connect(Host::address_of_version_6), opens, exchanges(1000), finish, hears_end, close}},
    {"ANameIsLookedUp",
     Peer::echoes,
     {connect(Host::name), opens, exchanges(1000), finish, hears_end, close, peer_got(1000), peer_got_end}},
    {"TheNextAddressIsTriedAfterOneThatRefuses",
     Peer::echoes,
     {connect(Host::name_of_several), opens, exchanges(100), close}},
    {"TheNextAddressIsTriedAfterOneThatIsSilent",
     Peer::echoes,
     {connect(Host::name_of_silent_one), opens, exchanges(100), close}},
    {"Version4IsTriedAfterVersion6",
     Peer::echoes,
     {connect(Host::name_of_version_6), opens, exchanges(100), close}},

    // Why it does not
    {"NobodyListensIsRefused", Peer::is_not_there, {connect(Host::address), comes_to(State::refused)}},
    {"NobodyListensAtANameIsRefused", Peer::is_not_there, {connect(Host::name), comes_to(State::refused)}},
    {"NobodyAnswersIsTimedOut", Peer::is_silent, {connect(Host::address), comes_to(State::timed_out)}},
    {"NoWayIsUnreachable", Peer::echoes, {connect(Host::address_without_way), comes_to(State::unreachable)}},
    {"OfSeveralAddressesTheOneThatCameFurthestIsTheReason",
     Peer::echoes,
     {connect(Host::name_of_nobody), comes_to(State::refused)}},
    {"ANameThatDoesNotExist", Peer::echoes, {connect(Host::missing_name), comes_to(State::no_such_name)}},
    {"ANameServerThatCannotTell",
     Peer::echoes,
     {connect(Host::unclear_name), comes_to(State::name_lookup_failed)}},
    {"ANameServerThatDoesNotAnswer",
     Peer::echoes,
     {connect(Host::unanswered_name), comes_to(State::name_lookup_failed)}},
    {"AnEmptyNameIsNone", Peer::echoes, {connect(Host::empty), comes_to(State::no_such_name)}},
    {"HalfAnAddressIsNoName", Peer::echoes, {connect(Host::half_an_address), comes_to(State::no_such_name)}},
    {"AnAddressWithItsPortIsNoName",
     Peer::echoes,
     {connect(Host::address_and_port), comes_to(State::no_such_name)}},
    {"AnAddressInBracketsIsNoName", Peer::echoes, {connect(Host::brackets), comes_to(State::no_such_name)}},
    {"ANameWithAnEmptyLabelIsNone", Peer::echoes, {connect(Host::two_points), comes_to(State::no_such_name)}},
    {"ANameWithASpaceIsNone", Peer::echoes, {connect(Host::space), comes_to(State::no_such_name)}},

    // Bytes
    {"BytesComeInOrderWhateverTheirNumber",
     Peer::echoes,
     {connect(Host::address), opens, exchanges(1), exchanges(long_answer), exchanges(7), close}},
    {"AnAnswerAfterOurEndComesWhole",
     Peer::answers_an_end,
     {connect(Host::address), opens, sends(5000), finish, receives(long_answer), hears_end, close,
      peer_got(5000), peer_got_end}},
    {"NothingSentIsAnswered",
     Peer::answers_an_end,
     {connect(Host::address), opens, finish, receives(long_answer), hears_end, close, peer_got(0),
      peer_got_end}},
    {"WhatAPeerSendsAtOnceWaitsUntilItIsTaken",
     Peer::sends_at_once,
     {connect(Host::address), opens, sends(5000), receives(long_answer), hears_end, close, peer_got(5000),
      peer_got_end}},
    {"APeerThatDoesNotReadHoldsUsBack",
     Peer::hoards,
     {connect(Host::address), opens, floods, finish, hears_end, peer_got_flood, close}},
    {"CloseDeliversWhatWasAccepted",
     Peer::hoards,
     {connect(Host::address), opens, sends(3000), close, peer_got(3000), peer_got_end}},
    {"FinishAndCloseDeliverWhatWasAccepted",
     Peer::hoards,
     {connect(Host::address), opens, sends(3000), finish, close, peer_got(3000), peer_got_end}},

    // How it ends
    {"APeerThatEndsAtOnceCanStillBeSentTo",
     Peer::ends_at_once,
     {connect(Host::address), opens, hears_end, sends(5000), finish, close, peer_got(5000), peer_got_end}},
    {"APeerThatResetsAtOnce", Peer::resets_at_once, {connect(Host::address), comes_to_open_or(State::reset)}},
    {"APeerThatResetsLater",
     Peer::resets_later,
     {connect(Host::address), opens, sends(short_question), hears_failure(State::reset), close}},
    {"AbortGivesUpAtOnce", Peer::echoes, {connect(Host::address), opens, exchanges(100), abort, peer_lost}},

    // What a slot is good for afterwards
    {"AFailedSlotConnectsAgainWithoutAnAbort",
     Peer::resets_later,
     {connect(Host::missing_name), comes_to(State::no_such_name), connect(Host::address), opens,
      sends(short_question), hears_failure(State::reset), connect(Host::address), opens, close}},
    {"ClosingWhatIsPendingFreesTheSlot",
     Peer::is_silent,
     {connect(Host::address), close, connect(Host::address), comes_to(State::timed_out), close}},
    {"AbortingWhatIsPendingFreesTheSlot",
     Peer::echoes,
     {connect(Host::name), abort, connect(Host::address), opens, exchanges(100), close}},
    {"ALookupThatIsGivenUpFreesTheSlot",
     Peer::echoes,
     {connect(Host::unanswered_name), abort, connect(Host::address), opens, exchanges(100), close}},
    {"AFinishedSlotConnectsAgain",
     Peer::echoes,
     {connect(Host::address), opens, exchanges(100), finish, hears_end, close, connect(Host::address), opens,
      exchanges(100), abort}},

    // One slot and the other
    {"ALookupKeepsNobodyWaiting",
     Peer::echoes,
     {connect(Host::unanswered_name), slot(1), connect(Host::address), opens, exchanges(1000), close, slot(0),
      comes_to(State::name_lookup_failed)}},
    {"AFailureIsOfOneSlotOnly",
     Peer::echoes,
     {connect(Host::address), slot(1), connect(Host::missing_name), comes_to(State::no_such_name), slot(0),
      opens, exchanges(1000), close}},
    {"TwoSlotsKeepTheirBytesApart",
     Peer::echoes,
     {connect(Host::address), opens, slot(1), connect(Host::address), opens, sends(10), slot(0),
      exchanges(1000), slot(1), receives(10), exchanges(50), close, slot(0), close}},
};

}  // namespace conformance
