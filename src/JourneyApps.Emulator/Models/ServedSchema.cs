namespace JourneyApps.Emulator.Models;

/// <summary>The served data model. Immutable, so that a request uses one schema even if it is replaced during the request.</summary>
internal sealed class ServedSchema
{
    private readonly Dictionary<string, ServedModel> _models = new(StringComparer.Ordinal);

    public ServedSchema(string text, DataModel dataModel, Func<string, int> tableOf)
    {
        Text = text;
        Declared = dataModel;
        foreach (Model model in dataModel.Models) _models.TryAdd(model.Name, new ServedModel(model, tableOf(model.Name)));
        AppUser = Find(dataModel.AppUserModel ?? "user");
        UploadNames = [.. Models.SelectMany(model => model.Members).Where(member => member.IsFile).Select(member => member.Name)];
        (Json, Hash) = DataModelJson.Write(dataModel, AppUser?.Name);
    }

    /// <summary>The text of the schema.</summary>
    public string Text { get; }

    /// <summary>The data model as declared.</summary>
    public DataModel Declared { get; }

    /// <summary>The time of deployment in seconds of Unix time.</summary>
    public long DeployedAt { get; init; }

    /// <summary>The models.</summary>
    public IReadOnlyCollection<ServedModel> Models => _models.Values;

    /// <summary>The model of the app's users; <see langword="null"/> if there is none.</summary>
    public ServedModel? AppUser { get; }

    /// <summary>The names of all attachment fields. A member named <c>base64</c> below them is a file.</summary>
    public HashSet<string> UploadNames { get; }

    /// <summary>The body of <c>datamodel.json</c>.</summary>
    public byte[] Json { get; }

    /// <summary>The identifier of the data model.</summary>
    public string Hash { get; }

    /// <summary>The model of a name, or <see langword="null"/>.</summary>
    public ServedModel? Find(string name) => _models.GetValueOrDefault(name);

    /// <summary>The model that a URL names: by its exact name, otherwise (an assumption) by its plural.</summary>
    public ServedModel? FindInUrl(string name, Assumptions assumptions)
        => Find(name) ?? (assumptions.PluralModelNames && name.EndsWith('s') ? Find(name[..^1]) : null);
}
