// What the allocator keeps of memory that was freed.

#include "PlanSystem.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

void plan_allocator_prepare(void) {
#ifdef __GLIBC__
  // Left alone, glibc takes the size of every large block that is freed for one that will be asked for again, and keeps
  // up to 64 MB for that. The lists of a large plan are of any size, one after the other.
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  // What many small plans take and give back stays as it is.
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
#endif
}
