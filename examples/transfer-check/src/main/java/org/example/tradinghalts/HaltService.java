package org.example.tradinghalts;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Asks the surveillance service of a market: {@code GET <url>?security=<ISIN or symbol>} is answered with status 200
 * and the word {@code open} or {@code halted}. Anything else is no answer.
 */
final class HaltService {
    private static final int LONGEST_ANSWER = 16;

    private final URL url;
    private final int connectTimeout;
    private final int readTimeout;

    HaltService(URL url, int connectTimeout, int readTimeout) {
        this.url = url;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    boolean isHalted(String security) throws IOException {
        URL question = new URL(url + "?security=" + URLEncoder.encode(security, "UTF-8"));
        HttpURLConnection connection = (HttpURLConnection) question.openConnection();
        try {
            connection.setConnectTimeout(connectTimeout);
            connection.setReadTimeout(readTimeout);
            // Somebody who can redirect could answer in the service's place.
            connection.setInstanceFollowRedirects(false);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("The service answered with status " + connection.getResponseCode() + ".");
            }
            return isHaltedBy(answer(connection));
        } finally {
            connection.disconnect();
        }
    }

    private static boolean isHaltedBy(String answer) throws IOException {
        switch (answer) {
            case "halted":
                return true;
            case "open":
                return false;
            default:
                throw new IOException("The service answered neither open nor halted.");
        }
    }

    private static String answer(HttpURLConnection connection) throws IOException {
        byte[] bytes = new byte[LONGEST_ANSWER];
        int length = 0;
        try (InputStream body = connection.getInputStream()) {
            int read = 0;
            while (read >= 0 && length < bytes.length) {
                length += read;
                read = body.read(bytes, length, bytes.length - length);
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8).trim();
    }
}
