/**
 * {@code make load}: the packaged service under many clients, many large files, slow readers and more than it can do. {@link
 * io.focusgen.load.Load} is the door; each of its rows starts a service of its own over the loopback address, is bounded in
 * requests and in time, and hands its figures with their gates to the report of {@code make bench}, whose client it asks with,
 * too. Only the tests of its pieces are tests: figures depend on the machine.
 */
@NullMarked
package io.focusgen.load;

import org.jspecify.annotations.NullMarked;
