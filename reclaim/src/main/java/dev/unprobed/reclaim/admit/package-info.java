/**
 * Which built-in units may be unloaded, decided from their relocations and their code.
 *
 * <p>A unit is admitted when nothing reaches into it that the kernel cannot detach, and when
 * leaving undoes what its init did. Each verdict names its reason, and a refusal the relocation or
 * the call that proves it. No unit is admitted or refused by its name.
 */
@NullMarked
package dev.unprobed.reclaim.admit;

import org.jspecify.annotations.NullMarked;
