package org.countersign.oracles.compliance.screening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.countersign.oracles.marketdata.DataFileException;

/**
 * Reads an XML file record by record, so that a large list needs little memory. Nothing outside the file is ever looked
 * at: a document type declaration is refused, and with it every entity of the file's own and from elsewhere. A record
 * is bounded in depth, elements and characters.
 */
final class XmlRecords {
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 50_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final Path file;
    private final XMLStreamReader reader;
    private final Set<String> names;
    private final XmlElement root;
    private int elements;
    private int characters;

    /**
     * Opens a file.
     *
     * @param file for the errors
     * @param content its bytes; closed by the caller
     * @param rootName what its outermost element must be called
     * @param names what records are called
     * @throws IOException if it cannot be read
     * @throws DataFileException if it is no XML or of another kind
     */
    XmlRecords(Path file, InputStream content, String rootName, String... names) throws IOException, DataFileException {
        this.file = file;
        this.names = new HashSet<>(Arrays.asList(names));
        try {
            this.reader = factory().createXMLStreamReader(content);
            this.root = findRoot(rootName);
        } catch (XMLStreamException wrong) {
            throw broken(wrong);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    private XmlElement findRoot(String rootName) throws XMLStreamException, DataFileException {
        while (reader.hasNext()) {
            if (step() == XMLStreamConstants.START_ELEMENT) {
                if (!reader.getLocalName().equals(rootName)) {
                    throw wrong("is of the kind '" + reader.getLocalName() + "'.", "Give one of '" + rootName + "'.");
                }
                return element();
            }
        }
        throw wrong("has no content.", "Give the file as it is published.");
    }

    /** The outermost element with its attributes; its children are the records and what is around them. */
    XmlElement root() {
        return root;
    }

    /**
     * The next record.
     *
     * @return null at the end of the file
     */
    XmlElement next() throws IOException, DataFileException {
        try {
            while (reader.hasNext()) {
                if (step() == XMLStreamConstants.START_ELEMENT && names.contains(reader.getLocalName())) {
                    elements = 0;
                    characters = 0;
                    return record();
                }
            }
            return null;
        } catch (XMLStreamException wrong) {
            throw broken(wrong);
        }
    }

    private XmlElement record() throws XMLStreamException, DataFileException {
        Deque<XmlElement> open = new ArrayDeque<>();
        open.push(element());
        while (true) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT:
                    if (open.size() == DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw wrong("has a record that is too large.", "Give the file as it is published.");
                    }
                    XmlElement child = element();
                    open.peek().add(child);
                    open.push(child);
                    break;
                case XMLStreamConstants.CHARACTERS:
                case XMLStreamConstants.CDATA:
                    characters += reader.getTextLength();
                    if (characters > MOST_CHARACTERS) {
                        throw wrong("has a record that is too large.", "Give the file as it is published.");
                    }
                    open.peek().append(reader.getText());
                    break;
                case XMLStreamConstants.END_ELEMENT:
                    XmlElement closed = open.pop();
                    if (open.isEmpty()) {
                        return closed;
                    }
                    break;
                default:
                    break;
            }
        }
    }

    private int step() throws XMLStreamException, DataFileException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw wrong("declares or uses entities.", "Published lists have none; get the file anew.");
        }
        return event;
    }

    private XmlElement element() {
        XmlElement element = new XmlElement(reader.getLocalName());
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            element.put(reader.getAttributeLocalName(index), reader.getAttributeValue(index));
        }
        return element;
    }

    private DataFileException wrong(String problem, String remedy) {
        return new DataFileException(file, reader.getLocation().getLineNumber(), "", problem, remedy);
    }

    // The parser wraps what the disk or the limit on the file's size says.
    private DataFileException broken(XMLStreamException failure) throws IOException {
        if (failure.getNestedException() instanceof IOException) {
            throw (IOException) failure.getNestedException();
        }
        int line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNumber();
        return new DataFileException(
                file, line, "", "is no XML that can be read.", "Give the file as it is published.");
    }
}
