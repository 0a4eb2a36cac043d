// What a terminal says of itself.

#define _GNU_SOURCE
#include "PlanSystem.h"

#include <sys/ioctl.h>
#include <unistd.h>

int plan_terminal_columns(int descriptor) {
  struct winsize size;
  if (isatty(descriptor) != 1 || ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}
