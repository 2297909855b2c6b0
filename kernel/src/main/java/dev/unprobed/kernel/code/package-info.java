/**
 * Machine code, as far as constants can be followed through it.
 *
 * <p>An {@link InstructionSet} decodes one word into an {@link Instruction}: what matters for
 * constants is told exactly (moves, sums, loads, stores, branches), everything else as the
 * registers that it spoils. {@link Interpreter} then walks through one function, along both sides
 * of a branch whose condition is not known, with a {@link Value} in each register and stack slot: a
 * constant, something derived from an argument, or unknown. Whoever listens ({@link Calls}) is told
 * of each call with the values of its arguments. {@link CallGraph} finds who calls whom in a whole
 * program without any of that, from the branch instructions alone.
 *
 * <p>Understood are A64 and A32 (ARM, not Thumb-2: a kernel built with CONFIG_THUMB2_KERNEL gives
 * no calls). What a called function does to memory is not known here; see {@link Machine} for what
 * is assumed.
 */
@NullMarked
package dev.unprobed.kernel.code;

import org.jspecify.annotations.NullMarked;
