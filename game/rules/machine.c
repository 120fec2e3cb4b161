/* The block machine: carries a program of rules out over blocks of tables, whole rows at a time.

   It knows no rule. What a word does is told in words.py; the plain machine in machine.py is the reference,
   and both agree to the last bit (tests/rules/test_machines.py). Whole numbers only; nothing outside C99,
   and nothing of Python, so that one file serves every Python by ctypes.

   The text is taken in three times: what both widths share, then the machine in numbers of 16 and of 32 bits.
   The writer of programs knows what every row spans, so no number is ever cut (`Program.width`). */

#ifndef CELL

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(_MSC_VER)
#define restrict __restrict
#endif
#if defined(_WIN32)
#define SHARED __declspec(dllexport)
#else
#define SHARED __attribute__((visibility("default")))
#endif
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__gnu_linux__)
#define CLONES __attribute__((target_clones("avx2", "default"))) /* the wider form is taken where there is one */
#define SHUFFLES 16 /* entries of a table that such a processor holds in two registers */
typedef int32_t Eight __attribute__((vector_size(32), aligned(4), may_alias));
#else
#define CLONES
#endif

enum { SET, ALL, MOV, ADD, SUB, MUL, MIN, MAX, ADDI, MULI, DIVI, MODI, EQ, GT, EQI, GTI, LTI, AND, OR, NOT, UNIT,
       LOOK, STRIKE, STRIKEV, PUT, PUTI, ORI, SETTLE, LUCK, LUCKV, PARTS, UNDER, SKIP, SEASON, TURN, TELL, CLOSE, SHARE };

typedef struct { int64_t word, to, first, second, number, more; } Step;

/* Rows come in this order: state, the month, the sheets; then what the program keeps for itself. */
typedef struct {
    const Step *steps;
    int64_t length, rows, state, sheets, live;
    const int64_t *places;      /* of each row of state, its row in the buffer it lies in */
    const uint8_t *kinds;       /* and what lies there: 0 int8, 1 uint8, 2 int16 */
    const uint8_t *written;     /* and whether the program writes it */
    const uint64_t *keys;
    const void *looks;          /* cells of the program's width */
    int64_t results;
    const int64_t *handed;      /* rows that are handed over */
} Program;

enum { BLOCK = 512,             /* tables of a block: its rows fit a core's own cache (measured) */
       LANES = 32,              /* rows are whole multiples of so many lanes */
       WHOLE = 65536 };

static const uint64_t STEP = 0x9E3779B97F4A7C15u, MONTH = 0xD1B54A32D192ED03u;

static inline uint64_t scramble(uint64_t v) {
    v ^= v >> 30; v *= 0xBF58476D1CE4E5B9u;
    v ^= v >> 27; v *= 0x94D049BB133111EBu;
    return v ^ (v >> 31);
}

static inline int32_t floored(int32_t a, int32_t b) {
    int32_t q = a / b;
    return a % b && ((a < 0) != (b < 0)) ? q - 1 : q;
}

SHARED int64_t edition(void) { return EDITION; }

#define CELL int16_t
#define NAME(name) name##16
#include "machine.c"
#undef CELL
#undef NAME
#define CELL int32_t
#define NAME(name) name##32
#include "machine.c"

#else

static int NAME(any)(const CELL *mask, int64_t n) {
    CELL found = 0;
    for (int64_t i = 0; i < n; i++) found |= mask[i];
    return found != 0;
}

/* By way of a mask, which compilers take many lanes of at once where they would not take a choice. */
static inline CELL NAME(lesser)(CELL a, CELL b) { return (CELL)(b ^ ((a ^ b) & -(a < b))); }
static inline CELL NAME(greater)(CELL a, CELL b) { return (CELL)(b ^ ((a ^ b) & -(a > b))); }

/* Draws where a mask holds: everywhere if that is most of the block, else one by one. A draw falls under
   parts, and under the percentage of a row or the parts of a row if there is one. */
static inline int64_t NAME(edge)(const Step *s, const CELL *more, int64_t i) {
    if (s->word == LUCK) return s->more;
    if (s->word == UNDER) return more[i];
    int64_t percent = more[i] < 0 ? 0 : more[i] > 100 ? 100 : more[i];
    return s->more + percent * WHOLE / 100;
}

#define DRAW(i) (-(CELL)((int64_t)((scramble(base[i] + key) >> shift) & 65535) < NAME(edge)(s, B, i)))

CLONES static void NAME(walk)(const Program *p, CELL *cells, int64_t stride, int64_t n, int64_t month, const uint64_t *seeds, uint64_t *base) {
    uint16_t at[BLOCK];
    uint64_t own[BLOCK]; /* the luck of the seat that drew last */
    int64_t seat = -1;
    const CELL *looks = (const CELL *)p->looks;
    for (int64_t place = 0; place < p->length; place++) {
        const Step *s = p->steps + place;
        CELL *restrict D = cells + s->to * stride;
        const CELL *A = cells + s->first * stride, *B = cells + s->second * stride;
        const CELL c = (CELL)s->number;
#define EACH(value) for (int64_t i = 0; i < n; i++) D[i] = (CELL)(value); break;
        switch (s->word) {
            case SET: EACH(c)
            case ALL: EACH(-1)
            case MOV: EACH(A[i])
            case ADD: EACH(A[i] + B[i])
            case SUB: EACH(A[i] - B[i])
            case MUL: EACH(A[i] * B[i])
            case MIN: EACH(NAME(lesser)(A[i], B[i]))
            case MAX: EACH(NAME(greater)(A[i], B[i]))
            case ADDI: EACH(A[i] + c)
            case MULI: EACH(A[i] * c)
            case DIVI: if (c == 2) { EACH(A[i] >> 1) } if (c == 100) { EACH(floored(A[i], 100)) } EACH(floored(A[i], c))
            case MODI: if (c == 2) { EACH(A[i] & 1) } EACH(A[i] - floored(A[i], c) * c)
            case EQ: EACH(-(A[i] == B[i]))
            case GT: EACH(-(A[i] > B[i]))
            case EQI: EACH(-(A[i] == c))
            case GTI: EACH(-(A[i] > c))
            case LTI: EACH(-(A[i] < c))
            case AND: EACH(A[i] & B[i])
            case OR: EACH(A[i] | B[i])
            case NOT: EACH(~A[i])
            case UNIT: EACH(A[i] & 1)
            case STRIKE: EACH(D[i] + (A[i] & c))
            case STRIKEV: EACH(D[i] + (A[i] & B[i]))
            case PUT: EACH((A[i] & B[i]) | (~A[i] & D[i]))
            case PUTI: EACH((A[i] & c) | (~A[i] & D[i]))
            case ORI: EACH(D[i] | (A[i] & c))
            case PARTS: EACH((A[i] < 0 ? 0 : A[i] > 100 ? 100 : A[i]) * (int64_t)WHOLE / 100)
            case LOOK: {
                const CELL *table = looks + s->number, last = (CELL)(s->more - 1);
                /* Without a branch: one that depends on a table is mispredicted time and again. In two runs: the
                   first takes many lanes at once, the second is left with loads that need not wait for stores. */
                for (int64_t i = 0; i < n; i++) {
                    CELL v = A[i] & (CELL)~(A[i] >> (8 * sizeof(CELL) - 1));
                    D[i] = v < last ? v : last;
                }
#ifdef SHUFFLES
                if (sizeof(CELL) == sizeof(int32_t) && s->more <= SHUFFLES && __builtin_cpu_supports("avx2")) {
                    int32_t held[SHUFFLES] = {0};
                    for (int64_t k = 0; k < s->more; k++) held[k] = table[k];
                    const Eight low = *(Eight *)held, high = *(Eight *)(held + 8);
                    for (int64_t i = 0; i < n; i += 8) *(Eight *)(D + i) = __builtin_shuffle(low, high, *(Eight *)(D + i));
                    break;
                }
#endif
                for (int64_t i = 0; i < n; i += 4) {
                    CELL one = table[D[i]], two = table[D[i + 1]], three = table[D[i + 2]], four = table[D[i + 3]];
                    D[i] = one; D[i + 1] = two; D[i + 2] = three; D[i + 3] = four;
                }
                break;
            }
            case SETTLE: {
                CELL *sum = cells + s->first * stride, low = (CELL)s->second;
                for (int64_t i = 0; i < n; i++) D[i] = NAME(lesser)(NAME(greater)((CELL)(D[i] + sum[i]), low), c);
                memset(sum, 0, (size_t)n * sizeof(CELL));
                break;
            }
            case LUCK: case LUCKV: case UNDER: {
                const uint64_t key = p->keys[s->number >> 2];
                const int shift = 16 * (int)(s->number & 3);
                int64_t wanted = 0, found = 0;
                for (int64_t i = 0; i < n; i++) wanted -= A[i];
                if (s->word == LUCK && wanted * 2 > n) {
                    const int64_t parts = s->more;
                    EACH(-((int64_t)((scramble(base[i] + key) >> shift) & 65535) < parts) & A[i])
                }
                memset(D, 0, (size_t)n * sizeof(CELL));
                if (!wanted) break;
                for (int64_t i = 0; i < n; i++) { at[found] = (uint16_t)i; found += A[i] & 1; }
                for (int64_t j = 0; j < found; j++) D[at[j]] = DRAW(at[j]);
                break;
            }
            case SHARE: { /* of a seat's luck, where one is named, the table's own cannot be told */
                const uint64_t key = p->keys[s->number >> 2], *from = s->more < 0 ? base : own;
                const int shift = 16 * (int)(s->number & 3);
                if (s->more >= 0 && s->more != seat) {
                    seat = s->more;
                    for (int64_t i = 0; i < n; i++)
                        own[i] = scramble(seeds[i] ^ p->keys[seat]) * STEP + (uint64_t)(month + 1) * MONTH;
                }
                for (int64_t i = 0; i < n; i++)
                    D[i] = (CELL)(A[i] * (int64_t)((scramble(from[i] + key) >> shift) & 65535) >> 16);
                break;
            }
            case SKIP: if (!NAME(any)(A, n)) place = s->number - 1; break;
            case SEASON: if (!(s->more >> month & 1)) place = s->number - 1; break;
            case TURN: month++; seat = -1; for (int64_t i = 0; i < n; i++) { D[i]++; base[i] += MONTH; } break;
        }
#undef EACH
    }
}
#undef DRAW

static void NAME(take)(CELL *restrict row, const void *buffer, int kind, int64_t start, int64_t n) {
    if (kind == 2) { const int16_t *from = (const int16_t *)buffer + start; for (int64_t i = 0; i < n; i++) row[i] = from[i]; }
    else if (kind == 1) { const uint8_t *from = (const uint8_t *)buffer + start; for (int64_t i = 0; i < n; i++) row[i] = from[i]; }
    else { const int8_t *from = (const int8_t *)buffer + start; for (int64_t i = 0; i < n; i++) row[i] = from[i]; }
}

/* Tables that were over stay as they are. */
static void NAME(store)(const CELL *row, void *buffer, int kind, int64_t start, int64_t n, const CELL *goes, int all) {
    if (kind == 3) {
        int32_t *restrict into = (int32_t *)buffer + start;
        for (int64_t i = 0; i < n; i++) into[i] = (int32_t)row[i];
    } else if (kind == 2) {
        int16_t *restrict into = (int16_t *)buffer + start;
        if (all) for (int64_t i = 0; i < n; i++) into[i] = (int16_t)row[i];
        else for (int64_t i = 0; i < n; i++) into[i] = (int16_t)((row[i] & goes[i]) | (into[i] & ~goes[i]));
    } else {
        int8_t *restrict into = (int8_t *)buffer + start;
        if (all) for (int64_t i = 0; i < n; i++) into[i] = (int8_t)row[i];
        else for (int64_t i = 0; i < n; i++) into[i] = (int8_t)((row[i] & goes[i]) | (into[i] & ~goes[i]));
    }
}

/* Plays the tables from one to another of so many, for so many months; 0 when done, 1 where there was no memory. */
SHARED int64_t NAME(play)(const Program *p, int8_t *narrow, int16_t *wide, const int16_t *sheets, const uint64_t *seeds,
                          int32_t *handed, int64_t tables, int64_t from, int64_t to, int64_t month, int64_t months) {
    const int64_t most = to - from < BLOCK ? to - from : BLOCK;
    const int64_t lanes = (most + LANES - 1) / LANES * LANES;
    const int64_t stride = lanes + LANES; /* rows at strides of a power of two would share few places in the cache */
    void *held = calloc((size_t)((p->rows + 1) * stride + 64), sizeof(CELL) );
    uint64_t *base = calloc((size_t)lanes, sizeof(uint64_t)), *own = calloc((size_t)lanes, sizeof(uint64_t));
    if (!held || !base || !own) { free(held); free(base); free(own); return 1; }
    CELL *cells = (CELL *)(((uintptr_t)held + 63) / 64 * 64), *goes = cells + p->rows * stride;
    for (int64_t start = from; start < to; start += most) {
        const int64_t n = to - start < most ? to - start : most, full = (n + LANES - 1) / LANES * LANES;
        for (int64_t r = 0; r < p->state; r++) {
            const void *buffer = p->kinds[r] == 2 ? (const void *)(wide + p->places[r] * tables) : (const void *)(narrow + p->places[r] * tables);
            NAME(take)(cells + r * stride, buffer, p->kinds[r], start, n);
        }
        for (int64_t i = 0; i < full; i++) cells[p->state * stride + i] = (CELL)month;
        for (int64_t r = 0; r < p->sheets; r++)
            NAME(take)(cells + (p->state + 1 + r) * stride, sheets + r * tables, 2, start, n);
        for (int64_t i = 0; i < n; i++) {
            own[i] = seeds[start + i];
            base[i] = own[i] * STEP + (uint64_t)(month + 1) * MONTH;
        }
        for (int64_t turn = 0; turn < months; turn++) {
            int64_t before = 0, after = 0;
            const CELL *live = cells + p->live * stride;
            for (int64_t i = 0; i < n; i++) before -= goes[i] = (CELL)-(live[i] != 0);
            NAME(walk)(p, cells, stride, full, month + turn, own, base);
            for (int64_t i = 0; i < n; i++) after += live[i] != 0;
            /* what stands at the end of a month is kept of tables that end in it; those that go on play on here */
            if (after != before || turn == months - 1) for (int64_t r = 0; r < p->state; r++) if (p->written[r]) {
                void *buffer = p->kinds[r] == 2 ? (void *)(wide + p->places[r] * tables) : (void *)(narrow + p->places[r] * tables);
                NAME(store)(cells + r * stride, buffer, p->kinds[r], start, n, goes, before == n);
            }
            for (int64_t r = 0; r < p->results; r++)
                NAME(store)(cells + p->handed[r] * stride, handed + (turn * p->results + r) * tables, 3, start, n, goes, 1);
        }
    }
    free(held);
    free(base);
    free(own);
    return 0;
}

#endif
