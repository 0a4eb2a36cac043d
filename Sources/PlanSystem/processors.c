// How many processors there are for us.

#define _GNU_SOURCE
#include "PlanSystem.h"

#include <sched.h>
#include <unistd.h>

int plan_processors(void) {
#ifdef __linux__
  // Those of the machine that were given to it, as to a container.
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof(set), &set) == 0) return CPU_COUNT(&set);
#endif
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 && count < 4096 ? (int)count : 0;
}
