// The signals with which people and systems end a program: none of them may leave a temporary file behind.

#ifndef PLAN_SIGNALS_H
#define PLAN_SIGNALS_H

#include <signal.h>

static const int ending_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU};

enum { ending_signal_count = sizeof(ending_signals) / sizeof(ending_signals[0]) };

#endif
