/** The tools that tests hold the readers against, and the compilers that make their inputs. */
@NullMarked
package dev.unprobed.kernel.tool;

import org.jspecify.annotations.NullMarked;
