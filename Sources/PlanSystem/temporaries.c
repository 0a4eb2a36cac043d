// Files that are to take another's place, and must not be left behind.

#define _GNU_SOURCE
#include "PlanSystem.h"
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#ifdef __APPLE__
#include <sys/random.h>
#endif

enum { slot_count = 4, path_size = PATH_MAX + 32 };

static struct {
  atomic_int is_taken, is_file;
  char path[path_size];
} slots[slot_count];

// Between a file's coming into being and its being noted no signal may end the process.
static void hold_signals(sigset_t *before) {
  sigset_t ending;
  sigemptyset(&ending);
  for (size_t at = 0; at < ending_signal_count; at++) sigaddset(&ending, ending_signals[at]);
  pthread_sigmask(SIG_BLOCK, &ending, before);
}

static void release_signals(const sigset_t *before) { pthread_sigmask(SIG_SETMASK, before, NULL); }

int plan_temporary_create(const char *folder, mode_t mode, int *slot) {
  int number = 0;
  while (number < slot_count && atomic_exchange(&slots[number].is_taken, 1)) number++;
  if (number == slot_count) {
    errno = EMFILE;
    return -1;
  }
  char *path = slots[number].path;
  int length = snprintf(path, path_size, "%s/.plantool-XXXXXX", folder);
  int descriptor = -1, problem = ENAMETOOLONG;
  sigset_t before;
  hold_signals(&before);
  for (int attempt = 0; attempt < 100 && length < path_size; attempt++) {
    unsigned char random[6];
    if (getentropy(random, sizeof(random)) != 0) {
      problem = errno;
      break;
    }
    for (int at = 0; at < 6; at++) path[length - 6 + at] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"[random[at] & 63];
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor >= 0) break;
    problem = errno;
    if (problem != EEXIST && problem != EINTR) break;
  }
  if (descriptor >= 0)
    atomic_store(&slots[number].is_file, 1);
  else
    atomic_store(&slots[number].is_taken, 0);
  release_signals(&before);
  *slot = number;
  errno = problem;
  return descriptor;
}

int plan_temporary_rename(int slot, const char *path) {
  sigset_t before;
  hold_signals(&before);
  int result = rename(slots[slot].path, path), problem = errno;
  if (result != 0) unlink(slots[slot].path);
  atomic_store(&slots[slot].is_file, 0);
  atomic_store(&slots[slot].is_taken, 0);
  release_signals(&before);
  errno = problem;
  return result;
}

void plan_temporary_remove(int slot) {
  sigset_t before;
  hold_signals(&before);
  unlink(slots[slot].path);
  atomic_store(&slots[slot].is_file, 0);
  atomic_store(&slots[slot].is_taken, 0);
  release_signals(&before);
}

void plan_temporary_remove_all(void) {
  for (int slot = 0; slot < slot_count; slot++)
    if (atomic_load(&slots[slot].is_file)) unlink(slots[slot].path);
}
