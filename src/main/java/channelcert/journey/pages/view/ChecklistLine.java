package channelcert.journey.pages.view;

import channelcert.journey.workflow.PublishedStep.Progress;

/**
 * A published step of a case.
 *
 * @param next what has to be done now and by whom; empty where it is not the current step
 */
public record ChecklistLine(String title, String owner, Progress progress, String next) {}
