package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.reservation.LoggedError;
import java.util.List;

/** Entries of the error log, newest first. */
public record ErrorsView(String search, List<LoggedError> entries) {}
