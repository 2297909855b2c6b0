// SPDX-License-Identifier: Apache-2.0
/*
 * Loaded before a tree's own, unmodified conf (LD_PRELOAD), this gives it memory that is never taken back.
 *
 * conf from 6.11 on finds equal expressions in a hash table by the low bits of pointers. Objects that all lie at
 * multiples of 64 bytes share one bucket in 64, and conf spends four fifths of its time walking along them. Here
 * neighbours are an odd number of words apart, so that they spread. What conf prints does not depend on addresses.
 */
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#define WORD 8u
#define CHUNK (64u << 20)

static char *next;
static char *end;

/* A word with the size stands before each object, for realloc(). */
static size_t *size_of(void *object)
{
	return (size_t *)object - 1;
}

static int grow(size_t size)
{
	size_t length = size > CHUNK ? size : CHUNK;
	char *chunk = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (chunk == MAP_FAILED)
		return 0;
	next = chunk;
	end = chunk + length;
	return 1;
}

void *malloc(size_t size)
{
	size_t words = 1 + size / WORD + (size % WORD != 0);
	void *object;

	words |= 1;
	if (size > PTRDIFF_MAX / 2 || (words * WORD > (size_t)(end - next) && !grow(words * WORD))) {
		errno = ENOMEM;
		return NULL;
	}
	object = next + WORD;
	*size_of(object) = size;
	next += words * WORD;
	return object;
}

/* Fresh pages are zero, and no byte is given out twice. */
void *calloc(size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes)) {
		errno = ENOMEM;
		return NULL;
	}
	return malloc(bytes);
}

void *realloc(void *object, size_t size)
{
	size_t old = object ? *size_of(object) : 0;
	void *other;

	if (object && size <= old)
		return object;
	other = malloc(size);
	if (other && object)
		memcpy(other, object, old);
	return other;
}

void free(void *object)
{
	(void)object;
}
