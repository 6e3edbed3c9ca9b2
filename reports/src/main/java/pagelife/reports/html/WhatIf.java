package pagelife.reports.html;

import io.vavr.collection.Seq;

/**
 * What a protocol in which a claim holds does where the run that breaks it elsewhere cannot go on.
 *
 * @param name the name of the protocol
 * @param differs the rules and bounds in which it differs, each as {@code name: here -> there}
 * @param step the step of the run that cannot be taken there; where all can, the first one that does something else; one
 *     more than it has where they do the same, and only the end is another
 * @param words what happens there instead, in a sentence
 * @param next the steps that can be taken where the run ends there, each with its task
 */
record WhatIf(String name, Seq<String> differs, int step, String words, Seq<String> next) {}
