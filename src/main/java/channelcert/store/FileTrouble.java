package channelcert.store;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What keeps a file from being read or written, in words for a person. */
public final class FileTrouble {
  private FileTrouble() {}

  /** The cause, without the name of the file. */
  public static String words(IOException trouble) {
    return switch (trouble) {
      case NoSuchFileException _ -> "it does not exist, or its folder does not";
      case FileAlreadyExistsException _ -> "a file stands where a folder is needed";
      case NotDirectoryException _ -> "a part of its path is no folder";
      case AccessDeniedException _ -> "it may not be read or written by this user";
      case CharacterCodingException _ -> "it is no text in UTF-8";
      case FileSystemException other when other.getReason() != null ->
          plain(String.valueOf(other.getReason()));
      default -> plain(String.valueOf(trouble.getMessage()));
    };
  }

  private static String plain(String reason) {
    return switch (reason) {
      case "Is a directory" -> "it is a folder, not a file";
      case "Not a directory" -> "a part of its path is no folder";
      default -> reason;
    };
  }
}
