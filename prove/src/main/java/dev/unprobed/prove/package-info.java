/**
 * Every configuration of a Kconfig tree at once.
 *
 * <p>{@link dev.unprobed.prove.sat} is propositional logic and knows nothing of Kconfig; {@link
 * dev.unprobed.prove.model} says in it which configurations a tree has. {@link
 * dev.unprobed.prove.condition} reads what somebody asks about, and {@link
 * dev.unprobed.prove.value} answers which values symbols can have.
 */
@NullMarked
package dev.unprobed.prove;

import org.jspecify.annotations.NullMarked;
