using System.Globalization;
using System.Text;

namespace JourneyApps.Schema.Tests.Oddities;

public sealed class OddityTests
{
    /// <summary>Where we differ on purpose: the rules and lines that we report instead.</summary>
    private static readonly Dictionary<string, string[]> Deviations = new()
    {
        // Keys, models and fields named like members of JavaScript's objects are nothing special.
        ["19-option-key-on-object-prototype.xml"] = [],
        ["47-model-names-on-object-prototype.xml"] = ["JA1102 2"],
        ["48-field-names-on-object-prototype.xml"] = [],

        // A type that begins with a colon is no type.
        ["58-type-case-and-space.xml"] = ["JA1204 3", "JA1204 4", "JA1204 6"],
    };

    public static TheoryData<string> Files => [.. Verdict.All.Select(verdict => verdict.File)];

    [Fact]
    public void All_80_files_are_there() => Assert.Equal(80, Verdict.All.Length);

    [Theory]
    [MemberData(nameof(Files))]
    public void The_verdict_is_that_of_the_platform(string file)
    {
        Verdict verdict = Verdict.All.Single(verdict => verdict.File == file);

        ParsedSchema parsed = SchemaParser.Parse(Read(file), new SchemaOptions { ApiVersion = file.StartsWith("50", StringComparison.Ordinal) ? "2.0" : "4.0" });

        SchemaDiagnostic[] findings = [.. parsed.Diagnostics.Where(finding => finding.Rule.Id.StartsWith("JA1", StringComparison.Ordinal))];
        if (Deviations.TryGetValue(file, out string[]? ours))
        {
            Assert.Equal(ours, findings.Select(finding => $"{finding.Rule.Id} {finding.Range!.StartLine}"));
            return;
        }

        SchemaDiagnostic[] errors = [.. findings.Where(finding => finding.Severity == SchemaSeverity.Error)];
        SchemaDiagnostic[] warnings = [.. findings.Where(finding => finding.Severity == SchemaSeverity.Warning)];
        Assert.Equal((verdict.Errors, verdict.Warnings), (errors.Length, warnings.Length));
        Assert.Equal(verdict.Messages.Select(Describe), errors.Take(8).Concat(warnings.Take(8)).Select((finding, i) => Describe(finding, verdict.Messages[i])));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_models_are_those_of_the_platform(string file)
    {
        Verdict verdict = Verdict.All.Single(verdict => verdict.File == file);
        ParsedSchema parsed = SchemaParser.Parse(Read(file), new SchemaOptions { ApiVersion = file.StartsWith("50", StringComparison.Ordinal) ? "2.0" : "4.0" });

        // Of a document that is not well-formed the platform keeps nothing; what we save has tests of its own.
        bool isFatal = verdict.Messages.Any(message => message.EndsWith("undefined", StringComparison.Ordinal));
        if (isFatal || Deviations.ContainsKey(file)) return;

        Model[] models = [.. parsed.DataModel.Models];
        Assert.Equal(
            (verdict.Models, verdict.Fields, verdict.BelongsTo, verdict.HasMany),
            (models.Length,
                models.Sum(model => model.Fields.Count),
                models.Sum(model => model.BelongsTo.Count(link => parsed.DataModel.FindModel(link.Model) is not null)),
                models.Sum(model => model.HasMany.Count(link => parsed.DataModel.FindInverse(model, link) is not null))));
    }

    [Fact]
    public void Names_of_JavaScript_members_are_kept_like_any_other()
    {
        FieldOption[] options = [.. Parse("19-option-key-on-object-prototype.xml").Models[0].Fields[0].Options];
        Assert.Equal(["constructor", "toString", "__proto__"], options.Select(option => option.Key));
        Assert.Equal(4, Parse("47-model-names-on-object-prototype.xml").Models.Count);
        Assert.Contains(Parse("48-field-names-on-object-prototype.xml").Models[0].Fields, field => field.Name == "hasOwnProperty");
    }

    [Fact]
    public void A_file_in_UTF_16_is_read_when_it_was_decoded_by_its_byte_order_mark()
    {
        using StreamReader reader = new(TestFiles.Find("Oddities/36-utf16le-bom.xml"), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        ParsedSchema parsed = SchemaParser.Parse(reader.ReadToEnd());
        Assert.Empty(parsed.Diagnostics);
        Assert.Single(parsed.DataModel.Models);
    }

    private static DataModel Parse(string file) => SchemaParser.Parse(Read(file)).DataModel;

    /// <summary>As the platform's tools read files: as UTF-8 whatever they are. The mark stays in the text.</summary>
    private static string Read(string file) => Encoding.UTF8.GetString(File.ReadAllBytes(TestFiles.Find("Oddities/" + file)));

    private static string Describe(string message)
    {
        int end = Math.Max(message.LastIndexOf(" line ", StringComparison.Ordinal), message.LastIndexOf(" undefined", StringComparison.Ordinal));
        return $"{PlatformMessages.RuleOf(message[2..end]).Id}{message[end..]}";
    }

    private static string Describe(SchemaDiagnostic finding, string message) =>
        finding.Rule.Id + (message.EndsWith("undefined", StringComparison.Ordinal)
            ? " undefined"
            : " line " + finding.Range!.StartLine.ToString(CultureInfo.InvariantCulture));
}
