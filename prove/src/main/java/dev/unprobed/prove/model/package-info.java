/**
 * The configurations of a tree as a formula.
 *
 * <p>A configuration is a {@code .config} that the tree's own {@code olddefconfig} gives back as it
 * is. {@link dev.unprobed.prove.model.Model} says in clauses what that means for each symbol, in
 * the order of dependencies, exactly: whatever satisfies the clauses is a configuration, and every
 * configuration satisfies them. What {@link dev.unprobed.kconfig.eval} computes for one
 * configuration, the classes of the same name compute here for all of them.
 *
 * <p>A value n, m or y is a {@link dev.unprobed.prove.model.Pair} of literals, "at least m" and "at
 * least y" (order encoding), so that {@code &&} is a conjunction on both levels and {@code !} swaps
 * and negates them. An int, hex or string is a {@link dev.unprobed.prove.model.View}: the texts
 * that it can be, each with a literal. Numbers and strings have no end, so a symbol that the user
 * types in is given representatives: every text that something compares it with, those next to it,
 * and some that are unlike all.
 *
 * <p>At a fixed point every visible symbol stands in the file, and so has a user value: it is free
 * between what selects it and what its prompt allows. A symbol that nobody can set has no variable
 * at all; its value is a gate over others. So the variables of the formula that a solver decides
 * are just what a user decides.
 *
 * <p>Symbols are put into clauses when they are first asked for, with all that they depend on: a
 * question pays for its own part of the tree only.
 */
@NullMarked
package dev.unprobed.prove.model;

import org.jspecify.annotations.NullMarked;
