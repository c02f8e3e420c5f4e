import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the shell blocks of a page that carry a label, all in one shell and in this folder, and
 * compares what each prints with the block labelled {@code json} or {@code text} that follows it.
 * Ids, dates and tokens may differ, nothing else.
 *
 * <p>{@code java build/ReadmeBlocks.java README.md walkthrough} runs every block fenced as {@code
 * ```bash walkthrough}. Needs Java 17.
 */
public class ReadmeBlocks {

  private static final Pattern FENCED =
      Pattern.compile("^```(\\w+)[ ]?([\\w-]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final String MARK = "@@end of block ";

  private record Block(String commands, String expected) {}

  public static void main(String[] args) throws Exception {
    List<Block> blocks = blocks(Files.readString(Path.of(args[0])), args[1]);
    if (blocks.isEmpty()) {
      System.err.println(args[0] + " has no block labelled " + args[1]);
      System.exit(1);
    }
    System.exit(run(blocks) ? 0 : 1);
  }

  private static List<Block> blocks(String page, String label) {
    List<Block> blocks = new ArrayList<>();
    Matcher fence = FENCED.matcher(page);
    String pending = null;
    while (fence.find()) {
      String language = fence.group(1);
      if (pending != null) {
        boolean output = language.equals("json") || language.equals("text");
        blocks.add(new Block(pending, output ? fence.group(3) : null));
        pending = null;
      }
      if (language.equals("bash") && fence.group(2).equals(label)) {
        pending = fence.group(3);
      }
    }
    if (pending != null) {
      blocks.add(new Block(pending, null));
    }
    return blocks;
  }

  private static boolean run(List<Block> blocks) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder("set -euo pipefail\n");
    for (int i = 0; i < blocks.size(); i++) {
      script
          .append(blocks.get(i).commands())
          .append("\necho; echo '")
          .append(MARK)
          .append(i)
          .append("'\n");
    }
    Process shell =
        new ProcessBuilder("bash", "-c", script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    shell.getOutputStream().close();
    boolean same = true;
    int current = 0;
    StringBuilder output = new StringBuilder();
    try (var reader = shell.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = reader.readLine()) != null; ) {
        if (line.equals(MARK + current)) {
          same &= matches(blocks.get(current), output.toString());
          output.setLength(0);
          current++;
        } else {
          System.out.println(line);
          output.append(line).append('\n');
        }
      }
    }
    int status = shell.waitFor();
    if (status != 0) {
      System.err.println("Block " + (current + 1) + " failed with status " + status + ":");
      System.err.println(current < blocks.size() ? blocks.get(current).commands() : "");
    }
    return same && status == 0;
  }

  private static boolean matches(Block block, String actual) {
    if (block.expected() == null || normal(block.expected()).equals(normal(actual))) {
      return true;
    }
    System.err.println("The page says that\n" + block.commands() + "prints\n" + block.expected());
    System.err.println("but it printed\n" + actual);
    return false;
  }

  private static String normal(String text) {
    return text.replaceAll("\\s+", "")
        .replaceAll("\"(\\w*_token)\":\"[^\"]*\"", "\"$1\":\"...\"")
        .replaceAll("\"(\\w*id)\":(\"?)\\d+\"?", "\"$1\":$2N$2")
        .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.+Z-]*", "TIME")
        .replaceAll("\\d{4}-\\d{2}-\\d{2}", "DATE");
  }
}
