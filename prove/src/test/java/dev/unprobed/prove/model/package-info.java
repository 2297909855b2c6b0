/** Tests of the formula against the evaluator and conf. */
@NullMarked
package dev.unprobed.prove.model;

import org.jspecify.annotations.NullMarked;
