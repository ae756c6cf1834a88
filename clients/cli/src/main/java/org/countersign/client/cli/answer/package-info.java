/** What a command answers: for people and for scripts, in success and in failure. */
package org.countersign.client.cli.answer;
