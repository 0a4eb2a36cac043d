// The two tables of words that scripts/make-vocabulary.py makes. C, because a Swift array of as many bytes takes half a
// minute to compile.

#ifndef PLAN_VOCABULARY_H
#define PLAN_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Which characters follow each other, and which of them are words.
const uint8_t *plan_vocabulary(void);
size_t plan_vocabulary_size(void);

/// Which characters sound or look alike.
const uint8_t *plan_confusions(void);
size_t plan_confusions_size(void);

#pragma clang assume_nonnull end

#endif
