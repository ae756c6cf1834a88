package org.countersign.oracles.compliance.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of a list in XML with what is in it; namespaces are left out, since publishers change theirs. */
final class XmlElement {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name) {
        this.name = name;
    }

    String getName() {
        return name;
    }

    /** What an attribute says, without blanks around it; empty if it is not there. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").trim();
    }

    /** What stands in the element itself, without blanks around it. */
    String text() {
        return text.toString().trim();
    }

    /** What stands in the first child of a name; empty if there is none. */
    String textOf(String child) {
        for (XmlElement element : children) {
            if (element.name.equals(child)) {
                return element.text();
            }
        }
        return "";
    }

    /** The elements at the end of a path of children's names. */
    List<XmlElement> all(String... path) {
        List<XmlElement> reached = new ArrayList<>();
        reached.add(this);
        for (String step : path) {
            List<XmlElement> next = new ArrayList<>();
            for (XmlElement element : reached) {
                for (XmlElement child : element.children) {
                    if (child.name.equals(step)) {
                        next.add(child);
                    }
                }
            }
            reached = next;
        }
        return reached;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(String more) {
        text.append(more);
    }
}
