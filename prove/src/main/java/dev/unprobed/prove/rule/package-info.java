/**
 * Rules about all configurations of a tree, as people write them down.
 *
 * <p>A file of rules is read without a tree ({@link dev.unprobed.prove.rule.RulesFile} gives {@link
 * dev.unprobed.prove.rule.Statement}s), because one file may be about several trees and
 * architectures. {@link dev.unprobed.prove.rule.Rule} is a statement whose names mean symbols of
 * one tree, and {@link dev.unprobed.prove.rule.Prover} says of it that it holds, with the lines
 * that make it so, or that it does not, with the configuration that breaks it.
 */
@NullMarked
package dev.unprobed.prove.rule;

import org.jspecify.annotations.NullMarked;
