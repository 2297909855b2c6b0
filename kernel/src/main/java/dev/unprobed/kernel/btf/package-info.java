/**
 * The types of a kernel, from its BTF (Documentation/bpf/btf.rst).
 *
 * <p>A kernel with DEBUG_INFO_BTF carries a description of all its C types. {@link
 * dev.unprobed.kernel.btf.Btf} tells from it where a member lies in a struct, which otherwise
 * depends on version and configuration:
 *
 * <pre>{@code
 * Btf btf = Btf.of(program).orElseThrow();
 * long at = btf.member("platform_driver", "driver.of_match_table").orElseThrow().offset();
 * }</pre>
 */
@NullMarked
package dev.unprobed.kernel.btf;

import org.jspecify.annotations.NullMarked;
