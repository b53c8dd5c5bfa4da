package io.focusgen.http.offer;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.BundleParameter;
import io.focusgen.bundle.Layout;
import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.Dataset;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.focus.Granularity;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.job.JobParameter;
import io.focusgen.pricelist.PriceColumn;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Documented;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.PreviewParameter;
import io.focusgen.spec.Scenario;
import io.focusgen.stream.Format;
import io.focusgen.table.TableColumn;
import io.focusgen.table.TableFormat;
import io.focusgen.truth.Sheet;

/**
 * What can be asked, made from the tables that also read requests; {@code null} nowhere.
 *
 * @param generator the version of the generator
 * @param datasets what there is, each in every format
 * @param parameters in order
 * @param preview where previews are, and what they take besides
 * @param priceList where price lists are, and what stands in them
 * @param bundle where bundles are, and what they take besides
 * @param jobs where bundles are asked for as files that are written while nobody waits, and what that takes besides
 * @param truth answer sheets: where each is, and what stands in it
 * @param spelling how names and values may be written
 * @param scenarios requests with a name
 * @param versions of FOCUS, each with its columns
 * @param providers with what they sell
 * @param problems what can go wrong
 */
public record ApiCatalog(String generator, List<DatasetEntry> datasets, List<ParameterEntry> parameters,
        PreviewEntry preview, PriceListEntry priceList, BundleEntry bundle, JobEntry jobs, List<SheetEntry> truth,
        String spelling,
        List<ScenarioEntry> scenarios,
        List<VersionEntry> versions, List<ProviderEntry> providers,
        List<ProblemEntry> problems) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The first month that scenarios are shown with. */
    private static final YearMonth EXAMPLE = YearMonth.of(2026, 1);

    /** A data set. */
    public record DatasetEntry(String name, List<FormatEntry> formats) {
    }

    /** A format and where the data set is found in it. */
    public record FormatEntry(String name, String mediaType, String path) {
    }

    /** A line of the parameter table; {@code default} is a value or, where that depends on the request, a description. */
    public record ParameterEntry(String name, List<String> otherNames, String type,
            @JsonProperty("default") String defaultValue, String allowed, List<String> choices, boolean repeatable,
            String example, String help) {
    }

    /** Where previews are, and their own parameters beside those of the data set. */
    public record PreviewEntry(String path, List<ParameterEntry> parameters) {
    }

    /** Where all files of a request are in one, what they are, and its own parameters beside those of the data set. */
    public record BundleEntry(String path, String mediaType, List<ParameterEntry> parameters,
            List<LayoutEntry> layouts) {
    }

    /** Where jobs are asked for, and their own parameters beside those of the data set. */
    public record JobEntry(String path, List<ParameterEntry> parameters) {
    }

    /** How rows are dealt out to files. */
    public record LayoutEntry(String name, String help) {
    }

    /** Where price lists are, which take the parameters of a data set, and their columns in order. */
    public record PriceListEntry(List<FormatEntry> formats, List<ColumnEntry> columns) {
    }

    /** An answer sheet, which takes the parameters of a data set, and its columns in order. */
    public record SheetEntry(String name, String help, List<FormatEntry> formats, List<ColumnEntry> columns) {
    }

    /** A column and what stands in it. */
    public record ColumnEntry(String name, String help) {
    }

    /** A scenario and the parameters that it stands for. */
    public record ScenarioEntry(String name, String help, Map<String, String> parameters) {
    }

    /** A FOCUS version and its columns in file order. */
    public record VersionEntry(String name, List<String> columns) {
    }

    /** A provider: what its bills can be like, and what it sells. */
    public record ProviderEntry(String label, String name, List<String> granularities, List<String> currencies,
            int skus, List<RegionEntry> regions, List<ServiceEntry> services) {
    }

    /** A region, the home region first. */
    public record RegionEntry(String id, String name, List<String> zones) {
    }

    /** A service and how many SKUs it has. */
    public record ServiceEntry(String name, String category, String subcategory, long skus) {
    }

    /** A type of problem, by the path of its page. */
    public record ProblemEntry(String type, int status, String title) {
    }

    /** The document, as the service and the command line give it. */
    public static String text() {
        try {
            return JSON.writeValueAsString(make());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a catalogue is plain text and numbers", impossible);
        }
    }

    /** Reads the catalogues of all providers where that has not been done: takes milliseconds. */
    private static ApiCatalog make() {
        return new ApiCatalog(GeneratorVersion.CURRENT, Stream.of(Dataset.values()).map(ApiCatalog::dataset).toList(),
                Stream.of(Parameter.values()).map(ApiCatalog::parameter).toList(),
                new PreviewEntry(Endpoint.PREVIEW.template(),
                        Stream.of(PreviewParameter.values()).map(ApiCatalog::parameter).toList()),
                prices(), bundles(), ofJobs(), Stream.of(Sheet.values()).map(ApiCatalog::sheet).toList(),
                Documentation.SPELLING,
                Stream.of(Scenario.values()).map(ApiCatalog::scenario).toList(),
                Parameter.VERSION.type().choices().stream().map(ApiCatalog::version).toList(),
                Provider.all().stream().map(ApiCatalog::provider).toList(),
                ProblemType.all().stream()
                        .map(type -> new ProblemEntry(type.path(), type.status(), type.title())).toList());
    }

    private static DatasetEntry dataset(Dataset dataset) {
        return new DatasetEntry(dataset.label(), Stream.of(Format.values()).map(format -> new FormatEntry(
                format.extension(), format.mediaType(), new ExportFile(dataset, format).path())).toList());
    }

    private static PriceListEntry prices() {
        return new PriceListEntry(Stream.of(TableFormat.values()).map(format -> new FormatEntry(format.extension(),
                format.mediaType(), switch (format) {
                    case JSON -> Endpoint.PRICE_LIST.template();
                    case CSV -> Endpoint.PRICE_LIST_AS_CSV.template();
                })).toList(),
                columns(List.of(PriceColumn.values())));
    }

    private static BundleEntry bundles() {
        return new BundleEntry(Endpoint.BUNDLE.template(), Bundle.MEDIA_TYPE,
                Stream.of(BundleParameter.values()).map(ApiCatalog::parameter).toList(),
                Stream.of(Layout.values()).map(layout -> new LayoutEntry(layout.label(), layout.help())).toList());
    }

    private static JobEntry ofJobs() {
        return new JobEntry(Endpoint.JOBS.template(),
                Stream.<Documented[]>of(JobParameter.values(), BundleParameter.values()).flatMap(Stream::of)
                        .map(ApiCatalog::parameter).toList());
    }

    private static SheetEntry sheet(Sheet sheet) {
        return new SheetEntry(sheet.label(), sheet.help(), Stream.of(TableFormat.values())
                .map(format -> new FormatEntry(format.extension(), format.mediaType(),
                        new TruthFile(sheet, format).path()))
                .toList(), columns(sheet.columns()));
    }

    private static List<ColumnEntry> columns(List<? extends TableColumn> columns) {
        return columns.stream().map(column -> new ColumnEntry(column.id(), column.help())).toList();
    }

    private static ParameterEntry parameter(Documented parameter) {
        return new ParameterEntry(parameter.label(), parameter.otherNames(), parameter.type().word(),
                parameter.defaultValue(), parameter.type().allowed(), parameter.type().choices(),
                parameter.repeatable(), parameter.example(), parameter.help());
    }

    private static ScenarioEntry scenario(Scenario scenario) {
        Map<String, String> parameters = new TreeMap<>();
        scenario.parameters(EXAMPLE).forEach((name, values) -> parameters.put(name, String.join(",", values)));
        parameters.put(Parameter.MONTH.label(), EXAMPLE.toString());
        return new ScenarioEntry(scenario.label(), scenario.help(), parameters);
    }

    private static VersionEntry version(String label) {
        FocusVersion version = Stream.of(FocusVersion.values()).filter(known -> known.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalStateException("the parameter table has a version that is none"));
        return new VersionEntry(label, FocusColumn.of(version).stream().map(FocusColumn::id).toList());
    }

    private static ProviderEntry provider(Provider provider) {
        Catalog catalog = Catalog.of(provider);
        Map<String, Long> skus = catalog.skus().stream()
                .collect(Collectors.groupingBy(sku -> sku.service().name(), TreeMap::new, Collectors.counting()));
        return new ProviderEntry(provider.label(), provider.focusName(),
                provider.granularities().stream().map(Granularity::label).toList(),
                provider.billsLocally()
                        ? Currency.all().stream().map(Currency::code).toList()
                        : List.of(Currency.usd().code()),
                catalog.skus().size(),
                catalog.regions().stream().map(region -> new RegionEntry(region.id(), region.name(), region.zones()))
                        .toList(),
                catalog.services().stream().map(service -> new ServiceEntry(service.name(),
                        service.category().label(), service.subcategory(), skus.getOrDefault(service.name(), 0L)))
                        .toList());
    }
}
