// What the build knows and the sources do not.

#include "PlanSystem.h"

const char *plan_build_commit(void) { return PLANTOOL_COMMIT; }
