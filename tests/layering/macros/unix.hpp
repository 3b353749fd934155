// What <sys/sysmacros.h> defines, and g++ where GNU's extensions are on.
#pragma once

#define major(dev) gnu_dev_major(dev)
#define minor(dev) gnu_dev_minor(dev)
#define makedev(maj, min) gnu_dev_makedev(maj, min)
#undef linux
#undef unix
#define linux 1
#define unix 1
