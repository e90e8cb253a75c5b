using System.Text;
using JourneyApps.Emulator;
using JourneyApps.Tool.Commands.Import;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Emulate;

/// <summary>The app of the documentation with a few objects of each model, which the command contains for first steps.</summary>
internal static class SampleApp
{
    private const string Prefix = "sample/";
    private const string SchemaName = "schema.xml";

    /// <summary>The schema.</summary>
    public static SchemaFile Schema() => new(SchemaName, SchemaParser.Parse(SchemaText()));

    /// <summary>The text of the schema.</summary>
    public static string SchemaText()
    {
        using StreamReader text = Open(SchemaName);
        return text.ReadToEnd();
    }

    /// <summary>Stores the objects.</summary>
    public static async Task LoadAsync(
        DataModel dataModel, JourneyEmulator emulator, Terminal terminal, CancellationToken cancellationToken)
    {
        // In the order of the schema, so that the oplog is the same each time.
        foreach (Model model in dataModel.Models)
        {
            string file = $"{model.Name}.jsonl";
            using StreamReader text = Open(file);
            await SeedFiles.LoadAsync(
                "the sample", text, ImportSettings.OfFile(file), dataModel, emulator, terminal, cancellationToken);
        }
    }

    private static StreamReader Open(string name)
        => new(typeof(SampleApp).Assembly.GetManifestResourceStream(Prefix + name)!, Encoding.UTF8);
}
