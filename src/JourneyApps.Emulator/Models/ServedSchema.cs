using JourneyApps.Emulator.DataModelFiles;
using JourneyApps.Emulator.Users;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Models;

/// <summary>The data model that is being served. Immutable: a new schema is a new value, so a request sees one of them throughout.</summary>
internal sealed class ServedSchema
{
    private readonly Dictionary<string, ServedModel> _models = new(StringComparer.Ordinal);

    public ServedSchema(string text, DataModel dataModel, Func<string, int> tableOf)
    {
        Text = text;
        foreach (Model model in dataModel.Models) _models.TryAdd(model.Name, new ServedModel(model, tableOf(model.Name)));
        AppUser = Find(dataModel.AppUserModel ?? "user");
        UploadNames = [.. _models.Values.SelectMany(model => model.Members).Where(member => member.Kind == MemberKind.Attachment).Select(member => member.Name)];
        (Json, Hash) = DataModelFiles.DataModelJson.Write(dataModel, AppUser?.Name);
    }

    /// <summary>The schema as it was given.</summary>
    public string Text { get; }

    /// <summary>When it began to be served, in seconds of Unix time.</summary>
    public long DeployedAt { get; init; }

    /// <summary>The models.</summary>
    public IReadOnlyCollection<ServedModel> Models => _models.Values;

    /// <summary>The model of the app's users; <see langword="null"/> when there is none.</summary>
    public ServedModel? AppUser { get; }

    /// <summary>The names of all attachment fields: below these a member called <c>base64</c> is a file.</summary>
    public HashSet<string> UploadNames { get; }

    /// <summary>The body of <c>datamodel.json</c>.</summary>
    public byte[] Json { get; }

    /// <summary>The identifier of the data model.</summary>
    public string Hash { get; }

    /// <summary>The model of a name, or <see langword="null"/>.</summary>
    public ServedModel? Find(string name) => _models.GetValueOrDefault(name);

    /// <summary>The model that a URL names: by its exact name, or else (an assumption) by its plural.</summary>
    public ServedModel? FindInUrl(string name, Assumptions assumptions) =>
        Find(name) ?? (assumptions.PluralModelNames && name.EndsWith('s') ? Find(name[..^1]) : null);
}
