@NullMarked
package dev.unprobed.bench.promise;

import org.jspecify.annotations.NullMarked;
