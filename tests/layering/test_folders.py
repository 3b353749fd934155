from harness.source_tree import ROOT, tracked_files

FOLDERS = {"schema", "generator", "runtime", "generated", "examples", "tests"}


def test_the_root_has_six_folders_and_the_one_of_the_ci() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in tracked_files() if path.parent != ROOT}
    assert found <= FOLDERS | {".ci"}
