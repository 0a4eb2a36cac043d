// A fault in one file must not take the report of the others along.
//
// Each thread notes which file it works on. After a fault nothing of the process can be trusted, so that it is begun
// anew: the handler starts the same program with the same arguments in its place, and tells it in a variable of the
// environment which file to leave out. All that the handler needs is made beforehand.

#define _GNU_SOURCE
#include "PlanSystem.h"
#include "signals.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __APPLE__
#include <crt_externs.h>
#include <mach-o/dyld.h>
#define environ (*_NSGetEnviron())
#else
extern char **environ;
#endif

enum {
  // After so many faults the run ends with what it has: each costs a run over the files before it.
  fault_limit = 40,
  entry_length = 17,
  entry_limit = 200,
  stack_size = 1 << 16,
};

static const int fault_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};

#define RECORD "PLANTOOL_RESTART="

static _Thread_local uint64_t current_file;
static _Thread_local int is_handling;
static _Thread_local void *thread_stack;
static _Thread_local stack_t former_stack;

static char **arguments;
static char **variables;
// Where the record is put among the variables.
static size_t variable_count;
static char program[4096] = "/proc/self/exe";
static sigset_t original_mask;
static char first_stack[stack_size];

// What this run knows of the runs before it, and what it has found out.
static char inherited[entry_limit * entry_length + 2];
static char entries[entry_limit * entry_length + 2];
static atomic_size_t entries_length;
static atomic_flag entries_lock = ATOMIC_FLAG_INIT;
static int fault_count;
static int former_status;
static atomic_int status_so_far;
static uint64_t former_printed;
static _Atomic uint64_t printed_so_far;
// A part of the report goes out, and is not counted yet.
static atomic_int is_printing;
static _Thread_local int is_printer;
// A fault is being handled: nothing more goes out.
static atomic_int is_ending;
static char record[sizeof(RECORD) + 60 + sizeof(entries) + entry_length];

static const char *fault_message = "";
static const char *memory_message = "";
static struct rlimit space_limit = {RLIM_INFINITY, RLIM_INFINITY}, data_limit = {RLIM_INFINITY, RLIM_INFINITY};

// Where messages go.
static int error_descriptor = STDERR_FILENO;

// MARK: What the run before said

// PID:STATUS:PRINTED:ENTRIES. The number of the process stays when it is begun anew: a variable that has any other was not
// meant for it.
static void inherit(const char *value) {
  char *rest;
  long process = strtol(value, &rest, 10);
  if (process != (long)getpid() || *rest != ':') return;
  long status = strtol(rest + 1, &rest, 10);
  if (status < 0 || status > 2 || *rest != ':') return;
  unsigned long long printed = strtoull(rest + 1, &rest, 10);
  if (*rest != ':') return;
  const char *given = rest + 1;
  size_t length = strlen(given);
  if (length >= sizeof(inherited) || given[strspn(given, "fmlx0123456789abcdef")] != 0) return;
  memcpy(inherited, given, length + 1);
  memcpy(entries, given, length + 1);
  atomic_store(&entries_length, length);
  former_status = (int)status;
  atomic_store(&status_so_far, former_status);
  former_printed = printed;
  atomic_store(&printed_so_far, printed);
  for (size_t at = given[0] == 'x'; at + entry_length <= length; at += entry_length)
    fault_count += given[at] == 'f' || given[at] == 'm';
}

const char *plan_faults_entries(void) { return inherited; }

int plan_faults_status(void) { return former_status; }

void plan_faults_set_messages(const char *fault, const char *memory) {
  fault_message = fault;
  memory_message = memory;
}

void plan_faults_set_file(uint64_t file) { current_file = file; }

uint64_t plan_faults_file(void) { return current_file; }

void plan_faults_set_status(int status) { atomic_store(&status_so_far, status); }

uint64_t plan_faults_printed(void) { return former_printed; }

// What goes out and its count belong together: a fault in another thread waits for both, and what would go out after it
// waits for the end. Each side says what it is about to do before it looks at the other.
void plan_faults_print_begin(void) {
  is_printer = 1;
  atomic_store(&is_printing, 1);
  if (!atomic_load(&is_ending)) return;
  atomic_store(&is_printing, 0);
  for (;;) pause();
}

void plan_faults_print_end(uint64_t bytes) {
  atomic_store(&printed_so_far, bytes);
  atomic_store(&is_printing, 0);
  is_printer = 0;
}

// MARK: Writing without the library

static char *put_text(char *to, const char *text) {
  while (*text != 0) *to++ = *text++;
  return to;
}

static char *put_decimal(char *to, uint64_t number) {
  char digits[20];
  int count = 0;
  do {
    digits[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  while (count > 0) *to++ = digits[--count];
  return to;
}

static char *put_entry(char *to, char kind, uint64_t file) {
  *to++ = kind;
  for (int shift = 60; shift >= 0; shift -= 4) *to++ = "0123456789abcdef"[(file >> shift) & 15];
  return to;
}

static int has_entry(uint64_t file) {
  char entry[entry_length];
  put_entry(entry, 'f', file);
  size_t length = atomic_load(&entries_length);
  for (size_t at = entries[0] == 'x'; at + entry_length <= length; at += entry_length)
    if (entries[at] != 'l' && memcmp(entries + at + 1, entry + 1, entry_length - 1) == 0) return 1;
  return 0;
}

void plan_faults_mark_unrepeatable(uint64_t file) {
  while (atomic_flag_test_and_set(&entries_lock)) continue;
  size_t length = atomic_load(&entries_length);
  if (length + entry_length < sizeof(entries)) {
    put_entry(entries + length, 'l', file);
    atomic_store(&entries_length, length + entry_length);
  }
  atomic_flag_clear(&entries_lock);
}

// MARK: Memory

void plan_memory_used(int64_t *space, int64_t *data) {
  *space = *data = -1;
#ifdef __linux__
  char text[128];
  int descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  ssize_t count = read(descriptor, text, sizeof(text) - 1);
  close(descriptor);
  int64_t page = sysconf(_SC_PAGESIZE), fields[6] = {0};
  int field = 0;
  for (ssize_t at = 0; at < count && field < 6; at++) {
    if (text[at] >= '0' && text[at] <= '9')
      fields[field] = fields[field] * 10 + (text[at] - '0');
    else
      field++;
  }
  if (field < 6) return;
  *space = fields[0] * page;
  *data = fields[5] * page;
#endif
}

void plan_memory_limits(int64_t *space, int64_t *data) {
  *space = space_limit.rlim_cur > INT64_MAX ? -1 : (int64_t)space_limit.rlim_cur;
  *data = data_limit.rlim_cur > INT64_MAX ? -1 : (int64_t)data_limit.rlim_cur;
}

// Whether memory is limited and mostly used up. Arrays double: a request that fails may be as large as all that was
// there before.
static int is_memory_short(void) {
  int64_t space, data;
  plan_memory_used(&space, &data);
  return (space_limit.rlim_cur != RLIM_INFINITY && space >= 0 && (uint64_t)space > space_limit.rlim_cur / 2) ||
         (data_limit.rlim_cur != RLIM_INFINITY && data >= 0 && (uint64_t)data > data_limit.rlim_cur / 2);
}

int plan_error_descriptor(void) { return error_descriptor; }

// Where memory is limited and runs out, the Swift runtime prints where it was, an address for every function on the
// way. The handler says in words what has happened, so that nobody needs to read that.
static void quieten_runtime(void) {
  if (space_limit.rlim_cur == RLIM_INFINITY && data_limit.rlim_cur == RLIM_INFINITY) return;
  int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && nowhere >= 0 && dup2(nowhere, STDERR_FILENO) >= 0)
    error_descriptor = kept;
  else if (kept >= 0)
    close(kept);
  if (nowhere >= 0) close(nowhere);
}

// MARK: Signals

static void set_handler(int number, void (*handler)(int, siginfo_t *, void *)) {
  struct sigaction action;
  memset(&action, 0, sizeof(action));
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static void end(int number, siginfo_t *info, void *context) {
  (void)info, (void)context;
  plan_temporary_remove_all();
  struct sigaction action;
  memset(&action, 0, sizeof(action));
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
  // Whoever waits for the process is to see what ended it.
  raise(number);
}

// MARK: Interruption

static volatile sig_atomic_t interruption;

// The second time the process ends at once.
static void interrupt(int number, siginfo_t *info, void *context) {
  (void)info, (void)context;
  interruption = 1;
  set_handler(number, end);
}

void plan_interruption_prepare(void) {
  struct sigaction action;
  if (sigaction(SIGINT, NULL, &action) == 0 && action.sa_handler != SIG_IGN) set_handler(SIGINT, interrupt);
}

int plan_interruption_is_asked(void) { return interruption != 0; }

void plan_interruption_end(void) { end(SIGINT, NULL, NULL); }

// MARK: A new beginning

static void begin_anew(void) {
  char kind = is_memory_short() ? 'm' : 'f';
  char *to = put_text(record, RECORD);
  to = put_decimal(to, (uint64_t)getpid());
  *to++ = ':';
  to = put_decimal(to, (uint64_t)atomic_load(&status_so_far));
  *to++ = ':';
  to = put_decimal(to, atomic_load(&printed_so_far));
  *to++ = ':';
  if (fault_count + 1 >= fault_limit) *to++ = 'x';
  size_t length = atomic_load(&entries_length);
  memcpy(to, entries, length);
  to = put_entry(to + length, kind, current_file);
  *to = 0;
  variables[variable_count] = record;
  pthread_sigmask(SIG_SETMASK, &original_mask, NULL);
  if (error_descriptor != STDERR_FILENO) dup2(error_descriptor, STDERR_FILENO);
  execve(program, arguments, variables);
}

static void fault(int number, siginfo_t *info, void *context) {
  // Somebody else's doing, and no fault.
  if (info->si_code == SI_USER && info->si_pid != getpid()) {
    end(number, info, context);
    return;
  }
  // A fault in this handler.
  if (is_handling) _exit(2);
  is_handling = 1;
  if (is_printer) atomic_store(&is_printing, 0);
  static atomic_flag is_entered = ATOMIC_FLAG_INIT;
  if (atomic_flag_test_and_set(&is_entered))
    for (;;) pause();
  atomic_store(&is_ending, 1);
  while (atomic_load(&is_printing)) poll(NULL, 0, 1);
  plan_temporary_remove_all();
  size_t length = atomic_load(&entries_length);
  if (current_file != 0 && variables != NULL && entries[0] != 'x' && length + 2 * entry_length < sizeof(entries) && !has_entry(current_file))
    begin_anew();
  const char *message = is_memory_short() ? memory_message : fault_message;
  ssize_t written = write(error_descriptor, message, strlen(message));
  (void)written;
  _exit(2);
}

void plan_faults_thread_begin(uint64_t file) {
  current_file = file;
  // A sanitizer may have given the thread such a stack already.
  if (sigaltstack(NULL, &former_stack) == 0 && !(former_stack.ss_flags & SS_DISABLE)) return;
  void *memory = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
  if (memory == MAP_FAILED) return;
  stack_t stack = {.ss_sp = memory, .ss_size = stack_size, .ss_flags = 0};
  if (sigaltstack(&stack, NULL) == 0)
    thread_stack = memory;
  else
    munmap(memory, stack_size);
}

void plan_faults_thread_end(void) {
  current_file = 0;
  if (thread_stack == NULL) return;
  sigaltstack(&former_stack, NULL);
  munmap(thread_stack, stack_size);
  thread_stack = NULL;
}

void plan_faults_prepare(char *_Nullable *_Nonnull given) {
  arguments = given;
  size_t count = 0;
  while (environ[count] != NULL) count++;
  variables = malloc((count + 2) * sizeof(char *));
  if (variables != NULL) {
    for (size_t at = 0; at < count; at++) {
      if (strncmp(environ[at], RECORD, sizeof(RECORD) - 1) == 0)
        inherit(environ[at] + sizeof(RECORD) - 1);
      else
        variables[variable_count++] = environ[at];
    }
    variables[variable_count] = variables[variable_count + 1] = NULL;
  }
#ifdef __APPLE__
  uint32_t size = sizeof(program);
  if (_NSGetExecutablePath(program, &size) != 0) program[0] = 0;
#endif
  pthread_sigmask(SIG_SETMASK, NULL, &original_mask);
#ifdef __linux__
  getrlimit(RLIMIT_AS, &space_limit);
  getrlimit(RLIMIT_DATA, &data_limit);
  quieten_runtime();
#endif
  stack_t stack = {.ss_sp = first_stack, .ss_size = stack_size, .ss_flags = 0}, before;
  if (sigaltstack(NULL, &before) != 0 || before.ss_flags & SS_DISABLE) sigaltstack(&stack, NULL);
  for (size_t at = 0; at < sizeof(fault_signals) / sizeof(int); at++) set_handler(fault_signals[at], fault);
  for (size_t at = 0; at < ending_signal_count; at++) {
    struct sigaction action;
    // What nohup or a shell has taken from the process stays away from it. Any other handler is that of the Swift
    // runtime.
    if (sigaction(ending_signals[at], NULL, &action) == 0 && action.sa_handler != SIG_IGN) set_handler(ending_signals[at], end);
  }
  // A closed pipe and a file that may not grow are errors of writing, which have words.
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}
