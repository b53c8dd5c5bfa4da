package io.focusgen.k8s;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

/**
 * The shapes of objects: what members there are, which must be there, of what type. Those of Kubernetes by the models of its
 * own Java client, which refuse what they do not know; those of others by {@link CustomShapes}.
 */
final class StrictModels {

    private static final ObjectMapper TO_JSON = new ObjectMapper();

    private static final Map<String, Class<?>> MODELS = Map.ofEntries(Map.entry("v1 Namespace", V1Namespace.class),
            Map.entry("v1 ServiceAccount", V1ServiceAccount.class), Map.entry("v1 ConfigMap", V1ConfigMap.class),
            Map.entry("v1 Secret", V1Secret.class), Map.entry("v1 Service", V1Service.class),
            Map.entry("apps/v1 Deployment", V1Deployment.class), Map.entry("apps/v1 StatefulSet", V1StatefulSet.class),
            Map.entry("batch/v1 Job", V1Job.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class),
            Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1 Ingress", V1Ingress.class));

    private StrictModels() {
    }

    /** What is wrong with the shape of an object; nothing where it is right. */
    static List<String> complaints(Manifest object) {
        String type = object.text("apiVersion") + " " + object.kind();
        Class<?> model = MODELS.get(type);
        if (model == null) {
            return CustomShapes.complaints(type, object);
        }
        List<String> complaints = new ArrayList<>();
        try {
            String json = TO_JSON.writeValueAsString(object.content());
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, JsonParser.parseString(json));
            JSON.getGson().fromJson(json, model);
        } catch (InvocationTargetException refused) {
            complaints.add(object + ": " + refused.getCause().getMessage());
        } catch (RuntimeException wrongType) {
            complaints.add(object + ": " + wrongType.getMessage());
        } catch (JsonProcessingException | ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
        return complaints;
    }

    /** Fails where the models cannot be used. */
    static void warmUp() throws IOException {
        V1Namespace.validateJsonElement(JsonParser.parseString("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\"}"));
    }
}
