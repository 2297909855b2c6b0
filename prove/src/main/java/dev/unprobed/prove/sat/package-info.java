/**
 * Propositional logic: formulas in conjunctive normal form, and solvers for them.
 *
 * <p>A literal is a number other than 0, as in DIMACS files: variable 5 is written 5, and its
 * negation -5. {@link dev.unprobed.prove.sat.Cnf} collects clauses and makes gates: a gate is a
 * literal that stands for a formula, and clauses in both directions that say so. Hence whoever
 * assigns the inputs has every gate assigned by unit propagation, and a solver needs to decide
 * inputs only.
 *
 * <pre>{@code
 * Cnf cnf = new Cnf();
 * int a = cnf.newInput();
 * int b = cnf.newInput();
 * Engine engine = new Engine(cnf, new LogicNgSolver());
 * engine.solve(Limit.NONE, cnf.and(a, -b));   // Verdict.SATISFIABLE
 * engine.value(a);                            // true
 * }</pre>
 */
@NullMarked
package dev.unprobed.prove.sat;

import org.jspecify.annotations.NullMarked;
