package io.casewire.serving;

import com.mongodb.client.MongoClient;
import io.casewire.serving.start.ServiceApplication;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as can be, with a store. */
@SpringBootApplication(proxyBeanMethods = false)
class Answering {
    static SpringApplicationBuilder builder() {
        return ServiceApplication.of(Answering.class, "answering");
    }

    enum Size {
        SMALL,
        LARGE
    }

    record Order(
            @Nullable Size size,
            @Nullable Integer count,
            @Nullable List<String> names,
            @Nullable Order next) {}

    record Checked(@Nullable String name) {
        Checked {
            if (name == null) {
                throw new IllegalArgumentException("A name is needed.");
            }
        }
    }

    @RestController
    static class Orders {
        private final MongoTemplate store;
        private final MongoClient client;

        Orders(MongoTemplate store, MongoClient client) {
            this.store = store;
            this.client = client;
        }

        @PostMapping("/orders")
        Order order(@RequestBody Order order) {
            return order;
        }

        @PostMapping("/checked")
        Checked checked(@RequestBody Checked checked) {
            return checked;
        }

        @GetMapping("/orders")
        String orders(
                @RequestParam @Nullable Size size,
                @RequestParam(defaultValue = "false") boolean open,
                @RequestParam(defaultValue = "1") int limit) {
            return size + " " + open + " " + limit;
        }

        @GetMapping("/stored")
        long stored() {
            return store.getCollection("orders").countDocuments();
        }

        @GetMapping("/raw")
        long raw() {
            return store.getDb().getCollection("orders").countDocuments();
        }

        @GetMapping("/client")
        List<String> client() {
            return client.listDatabaseNames().into(new java.util.ArrayList<>());
        }
    }
}
