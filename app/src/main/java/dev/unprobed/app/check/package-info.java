/**
 * What checks have found, for people, programs and code review, and compared with what was known
 * before.
 */
@NullMarked
package dev.unprobed.app.check;

import org.jspecify.annotations.NullMarked;
