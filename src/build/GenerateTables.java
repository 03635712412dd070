import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Generates the jOOQ tables of every folder below db/ from its migrations, applied to a throw-away
 * embedded database; does nothing when neither the migrations nor jOOQ changed. Arguments: the db
 * folder, the output folder.
 */
class GenerateTables {
  public static void main(String[] arguments) throws Exception {
    Path db = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    Path mark = out.resolve(".sha256");
    String hash = hash(db);
    if (Files.exists(mark) && Files.readString(mark).equals(hash)) {
      return;
    }
    try (var parts = Files.list(db)) {
      for (Path part : parts.filter(Files::isDirectory).sorted().toList()) {
        generate(part, out);
      }
    }
    Files.createDirectories(out);
    Files.writeString(mark, hash);
  }

  private static String hash(Path db) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (var files = Files.walk(db)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(db.relativize(file).toString().getBytes("UTF-8"));
        digest.update(Files.readAllBytes(file));
      }
    }
    digest.update(org.jooq.Constants.FULL_VERSION.getBytes("UTF-8"));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void generate(Path part, Path out) throws Exception {
    String name = part.getFileName().toString();
    String url =
        "jdbc:h2:mem:"
            + name
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
    try (var keepOpen = DriverManager.getConnection(url, "sa", "")) {
      Flyway.configure().dataSource(url, "sa", "").locations("filesystem:" + part).load().migrate();
      GenerationTool.generate(
          new Configuration()
              .withLogging(Logging.WARN)
              .withJdbc(new Jdbc().withUrl(url).withUser("sa").withPassword(""))
              .withGenerator(
                  new Generator()
                      .withDatabase(
                          new Database()
                              .withName("org.jooq.meta.h2.H2Database")
                              .withInputSchema("public")
                              .withOutputSchemaToDefault(true)
                              .withExcludes("flyway_schema_history")
                              .withForcedTypes(
                                  List.of(
                                      new ForcedType()
                                          .withName("INSTANT")
                                          .withIncludeTypes(
                                              "(?i:TIMESTAMP\\ WITH\\ TIME\\ ZONE.*)"))))
                      .withGenerate(
                          new Generate()
                              .withRecords(true)
                              .withFluentSetters(true)
                              .withJavadoc(false)
                              .withComments(false))
                      .withTarget(
                          new Target()
                              .withPackageName("channelcert.store." + name)
                              .withDirectory(out.toString()))));
    }
  }
}
