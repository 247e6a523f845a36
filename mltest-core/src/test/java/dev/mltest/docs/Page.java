package dev.mltest.docs;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of Markdown.
 *
 * @param file where it is
 * @param snippets its fenced blocks
 * @param links where its links and pictures lead
 * @param anchors what a link may point to within it, as GitHub names headings
 */
record Page(Path file, List<Snippet> snippets, List<String> links, Set<String> anchors) {

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    static Page read(Path file) {
        Reader reader = new Reader(file);
        PARSER.parse(Repository.text(file)).accept(reader);
        return new Page(file, reader.snippets, reader.links, reader.anchors);
    }

    /** The text of its blocks in this language. */
    List<String> blocks(String language) {
        return snippets.stream()
                .filter(snippet -> snippet.language().equals(language))
                .map(Snippet::text)
                .toList();
    }

    @Override
    public String toString() {
        return Repository.within(file);
    }

    private static final class Reader extends AbstractVisitor {

        private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

        private final Path file;
        private final List<Snippet> snippets = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final Set<String> anchors = new LinkedHashSet<>();

        Reader(Path file) {
            this.file = file;
        }

        @Override
        public void visit(FencedCodeBlock block) {
            int line = block.getSourceSpans().get(0).getLineIndex() + 1;
            String before = block.getPrevious() instanceof HtmlBlock html ? html.getLiteral() : "";
            snippets.add(
                    new Snippet(file, line, block.getInfo(), block.getLiteral(), before.strip()));
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
        }

        @Override
        public void visit(Heading heading) {
            StringBuilder words = new StringBuilder();
            addWords(heading, words);
            String slug = slug(words.toString());
            String free = slug;
            for (int i = 1; !anchors.add(free); i++) {
                free = slug + "-" + i;
            }
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlBlock html) {
            addIds(html.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            addIds(html.getLiteral());
        }

        private void addIds(String html) {
            Matcher id = ID.matcher(html);
            while (id.find()) {
                anchors.add(id.group(1));
            }
        }

        private static void addWords(Node node, StringBuilder words) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof Text text) {
                    words.append(text.getLiteral());
                } else if (child instanceof Code code) {
                    words.append(code.getLiteral());
                } else {
                    addWords(child, words);
                }
            }
        }

        private static String slug(String heading) {
            return heading.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                    .strip()
                    .replace(' ', '-');
        }
    }
}
