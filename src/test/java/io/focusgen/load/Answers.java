package io.focusgen.load;

/**
 * What became of requests that many clients sent, each as soon as it had its last answer.
 *
 * @param tool that sent them
 * @param whole answers with 200 that came to their end
 * @param errors all others: another status, a connection that broke or was refused, no answer in time
 * @param seconds that it took
 * @param median milliseconds
 * @param within99 milliseconds that 99 % of the answers took at most
 * @param longest milliseconds
 */
record Answers(String tool, long whole, long errors, double seconds, double median, double within99, double longest) {

    double perSecond() {
        return whole / seconds;
    }
}
