// What Swift cannot do safely or does not have: code that runs after a fault, where neither memory nor locks can be
// trusted, and attributes of files.

#ifndef PLAN_SYSTEM_H
#define PLAN_SYSTEM_H

#include <dirent.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#pragma clang assume_nonnull begin

// MARK: Faults (faults.c)

/// Prepares for faults and for signals that end the process. `arguments` are those of the process, and must stay.
void plan_faults_prepare(char *_Nullable *_Nonnull arguments);

/// What the runs before this one could not finish, if a fault has restarted the process: 17 characters for each, `f`
/// (fault), `m` (out of memory) or `l` (was read and cannot be read again) and the number of the file; `x` in front if
/// there were too many faults to go on. Empty otherwise.
const char *plan_faults_entries(void);

/// The worst exit status that the runs before this one had come to.
int plan_faults_status(void);

/// The messages, with line break, for a fault that belongs to no file, or in a file that cannot be left out. They must
/// stay.
void plan_faults_set_messages(const char *fault, const char *memory);

/// Says which file this thread works on from now on: its number, or 0 for none.
void plan_faults_set_file(uint64_t file);

/// The file that this thread works on; 0 for none.
uint64_t plan_faults_file(void);

/// Says that a file cannot be read a second time.
void plan_faults_mark_unrepeatable(uint64_t file);

/// Keeps the worst exit status so far for a run after a fault.
void plan_faults_set_status(int status);

/// How many bytes of the report the runs before this one have printed.
uint64_t plan_faults_printed(void);

/// Says that this thread prints a part of the report from now on: a fault in another thread waits until it is counted.
/// Does not return once there was one.
void plan_faults_print_begin(void);

/// Says that the part is out, and how many bytes of the report are printed, with those of the runs before: after a fault
/// they are not printed again.
void plan_faults_print_end(uint64_t bytes);

/// Makes a thread that was just started ready for faults; it works on a file, or on none.
void plan_faults_thread_begin(uint64_t file);

/// Gives back what `plan_faults_thread_begin` has taken.
void plan_faults_thread_end(void);

/// Where messages go: standard error, also where the Swift runtime is kept from writing to it.
int plan_error_descriptor(void);

/// The bytes of address space and of data that the process has; -1 where the system does not say.
void plan_memory_used(int64_t *space, int64_t *data);

/// The limits that are set on them; -1 for none.
void plan_memory_limits(int64_t *space, int64_t *data);

// MARK: Interruption (faults.c)

/// Has the first interrupt (Ctrl-C) noted instead of ending the process, unless interrupts are ignored. The second ends
/// it.
void plan_interruption_prepare(void);

/// Whether there was an interrupt.
int plan_interruption_is_asked(void);

/// Ends the process as the interrupt would have.
void plan_interruption_end(void);

// MARK: Memory (allocator.c)

/// Has the allocator give large blocks back when they are freed, where it is one that would keep them.
void plan_allocator_prepare(void);

// MARK: Processors (processors.c)

/// The processors that the process may use; 0 where the system does not say.
int plan_processors(void);

// MARK: Terminals (terminal.c)

/// How many columns the terminal has that a descriptor is; 0 where it is none, or does not say.
int plan_terminal_columns(int descriptor);

// MARK: Temporary files (temporaries.c)

/// Makes a new file in a folder, to be removed if the process is ended. Gives its descriptor, or -1 with `errno`;
/// `slot` is its number for what follows.
int plan_temporary_create(const char *folder, mode_t mode, int *slot);

/// Gives a temporary file its name. 0, or -1 with `errno`, and then the file is removed.
int plan_temporary_rename(int slot, const char *path);

/// Removes a temporary file.
void plan_temporary_remove(int slot);

/// Removes all temporary files. For signal handlers.
void plan_temporary_remove_all(void);

// MARK: Files (files.c)

/// Gives a file the extended attributes and the access control list of another, and takes away those that the other has
/// not. 0, or -1 where that is not possible; then `name` holds the attribute, or is empty.
int plan_attributes_copy(int from, int to, char *name, size_t capacity);

/// The name of the next entry of a folder; NULL at its end or, with `errno` other than 0, after an error.
const char *_Nullable plan_folder_next(DIR *folder);

// MARK: The build (build.c)

/// The commit that the program was built of, as the environment of the build gave it (PLANTOOL_COMMIT); empty if it did not.
const char *plan_build_commit(void);

// MARK: Programs (programs.c)

/// Starts git in the current folder to print the bytes of an object, such as `HEAD~1:a/107.plan.md`, which must not begin
/// with a hyphen. Returns the descriptor to read them from; -1 with `errno` where git cannot be started.
int plan_git_open(const char *object, pid_t *process);

/// Waits for git to end. Returns its status: 0 if it found the object, -1 if a signal ended it.
int plan_git_close(int descriptor, pid_t process);

#pragma clang assume_nonnull end

#endif
