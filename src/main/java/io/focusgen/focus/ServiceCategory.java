package io.focusgen.focus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The nineteen service categories with their subcategories. Source: FOCUS 1.2, ServiceCategory and ServiceSubcategory
 * (unchanged since 1.1); each subcategory has one parent.
 */
public enum ServiceCategory {
    AI_AND_MACHINE_LEARNING("AI and Machine Learning",
            "AI Platforms",
            "Bots",
            "Generative AI",
            "Machine Learning",
            "Natural Language Processing",
            "Other (AI and Machine Learning)"),
    ANALYTICS("Analytics",
            "Analytics Platforms",
            "Business Intelligence",
            "Data Processing",
            "Search",
            "Streaming Analytics",
            "Other (Analytics)"),
    BUSINESS_APPLICATIONS("Business Applications",
            "Productivity and Collaboration",
            "Other (Business Applications)"),
    COMPUTE("Compute",
            "Containers",
            "End User Computing",
            "Quantum Compute",
            "Serverless Compute",
            "Virtual Machines",
            "Other (Compute)"),
    DATABASES("Databases",
            "Caching",
            "Data Warehouses",
            "Ledger Databases",
            "NoSQL Databases",
            "Relational Databases",
            "Time Series Databases",
            "Other (Databases)"),
    DEVELOPER_TOOLS("Developer Tools",
            "Developer Platforms",
            "Continuous Integration and Deployment",
            "Development Environments",
            "Source Code Management",
            "Quality Assurance",
            "Other (Developer Tools)"),
    IDENTITY("Identity",
            "Identity and Access Management",
            "Other (Identity)"),
    INTEGRATION("Integration",
            "API Management",
            "Messaging",
            "Workflow Orchestration",
            "Other (Integration)"),
    INTERNET_OF_THINGS("Internet of Things",
            "IoT Analytics",
            "IoT Platforms",
            "Other (Internet of Things)"),
    MANAGEMENT_AND_GOVERNANCE("Management and Governance",
            "Architecture",
            "Compliance",
            "Cost Management",
            "Data Governance",
            "Disaster Recovery",
            "Endpoint Management",
            "Observability",
            "Support",
            "Other (Management and Governance)"),
    MEDIA("Media",
            "Content Creation",
            "Gaming",
            "Media Streaming",
            "Mixed Reality",
            "Other (Media)"),
    MIGRATION("Migration",
            "Data Migration",
            "Resource Migration",
            "Other (Migration)"),
    MOBILE("Mobile",
            "Other (Mobile)"),
    MULTICLOUD("Multicloud",
            "Multicloud Integration",
            "Other (Multicloud)"),
    NETWORKING("Networking",
            "Application Networking",
            "Content Delivery",
            "Network Connectivity",
            "Network Infrastructure",
            "Network Routing",
            "Network Security",
            "Other (Networking)"),
    SECURITY("Security",
            "Secret Management",
            "Security Posture Management",
            "Threat Detection and Response",
            "Other (Security)"),
    STORAGE("Storage",
            "Backup Storage",
            "Block Storage",
            "File Storage",
            "Object Storage",
            "Storage Platforms",
            "Other (Storage)"),
    WEB("Web",
            "Application Platforms",
            "Other (Web)"),
    OTHER("Other",
            "Other (Other)");

    private final String label;
    private final List<String> subcategories;

    ServiceCategory(String label, String... subcategories) {
        this.label = label;
        this.subcategories = List.of(subcategories);
    }

    /** The value as it stands in a cell. */
    public String label() {
        return label;
    }

    /** The allowed values of ServiceSubcategory under this category. */
    public List<String> subcategories() {
        return subcategories;
    }

    public static Optional<ServiceCategory> byLabel(String label) {
        return Stream.of(values()).filter(category -> category.label.equals(label)).findFirst();
    }
}
