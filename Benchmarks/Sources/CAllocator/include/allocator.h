#ifndef CALLOCATOR_ALLOCATOR_H
#define CALLOCATOR_ALLOCATOR_H

#include <stddef.h>

/// The bytes that the allocator has given out and not got back.
size_t allocator_bytes_in_use(void);

#endif
