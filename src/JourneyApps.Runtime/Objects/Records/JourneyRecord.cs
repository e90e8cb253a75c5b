using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Records;
using JourneyApps.Internal.Values.Records;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps;

/// <summary>
/// An object of a model that this code has no class for: its values by their schema names. It tracks what is set as generated models do: an update sends the
/// changes only, a failed write leaves them in place. Not thread-safe.
/// </summary>
/// <example>
/// <code>
/// JourneyRecordSet jobs = app.Objects("job");
/// var job = new JourneyRecord("job") { ["title"] = "Replace pump", ["state"] = "new", ["site_id"] = siteId };
/// await jobs.CreateAsync(job);
/// job["state"] = "busy";
/// await jobs.UpdateAsync(job);
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class JourneyRecord
{
    private readonly Dictionary<string, RecordValue> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private Dictionary<string, RecordValue>? _lostCreate;
    private bool _isWriting;

    /// <summary>A new object with a fresh id: a random lower-case UUID.</summary>
    /// <param name="model">The schema's name of the model.</param>
    /// <exception cref="ArgumentException">That cannot be the name of a model.</exception>
    public JourneyRecord(string model)
        : this(model, Guid.NewGuid().ToString("D")) => IsNew = true;

    /// <summary>Stands for an object that exists already, of which nothing is known yet.</summary>
    /// <param name="model">The schema's name of the model.</param>
    /// <param name="id">The object's id.</param>
    /// <exception cref="ArgumentException">That cannot be the name of a model, or an id.</exception>
    public JourneyRecord(string model, string id)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = ApiNames.CheckModel(model);
        Id = ApiNames.CheckId(id);
    }

    // What a server sent is kept as it is: an id that cannot stand in a URL fails when it is used in one.
    internal JourneyRecord(string model, string id, DateTimeOffset? updatedAt, string? display)
    {
        Model = model;
        Id = id;
        UpdatedAt = updatedAt;
        Display = display;
    }

    /// <summary>A new object with a chosen id.</summary>
    /// <param name="model">The schema's name of the model.</param>
    /// <param name="id">The id: a lower-case UUID.</param>
    /// <exception cref="ArgumentException">That cannot be the name of a model, or an id.</exception>
    public static JourneyRecord New(string model, string id) => new(model, id) { IsNew = true };

    /// <summary>Reads an object from the API's JSON, as <see cref="ToJson"/> writes it.</summary>
    /// <param name="json">The JSON of one object.</param>
    /// <param name="model">The schema's name of the model; null to take the JSON's <c>type</c>.</param>
    /// <exception cref="JsonException">The JSON is malformed, is no object, has no id, or names no model.</exception>
    public static JourneyRecord Parse(string json, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return RecordReader.Read(System.Text.Encoding.UTF8.GetBytes(json), model);
    }

    /// <summary>The schema's name of the model.</summary>
    public string Model { get; }

    /// <summary>The object's id.</summary>
    public string Id { get; }

    /// <summary>When the server last wrote it, as far as it was read; null when it was not.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>The server's display text; null when it was not read.</summary>
    public string? Display { get; private set; }

    /// <summary>True until it was created.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Whether it was written without reading the result back, as batches do.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Whether a field was set since the object was read or written.</summary>
    public bool HasChanges => _changed.Count > 0 || _sent.Count > 0;

    /// <summary>The names of the fields that were set since the object was read or written.</summary>
    public IReadOnlyCollection<string> ChangedFields => [.. _values.Keys.Where(name => _changed.Contains(name) || _sent.Contains(name))];

    /// <summary>The names of all fields that are known, in the order in which they became so.</summary>
    public IReadOnlyCollection<string> Fields => _values.Keys;

    /// <summary>
    /// A field's value; absent (<see cref="RecordValue.IsNull"/>) when it is not known. Setting marks it as changed unless it is known to have that value;
    /// null clears. A relationship goes by its <c>_id</c>.
    /// </summary>
    /// <param name="field">The schema's name of the field, or <c>{relationship}_id</c>.</param>
    /// <exception cref="ArgumentException">Setting <c>id</c>, <c>type</c>, <c>updated_at</c> or <c>display</c>, which are the server's.</exception>
    public RecordValue this[string field]
    {
        get => _values.GetValueOrDefault(field);
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(field);
            if (field is "id" or "type" or "updated_at" or "display")
                throw new ArgumentException($"'{field}' is not a field that can be written.", nameof(field));
            RecordValue stored = value.Json.ValueKind == JsonValueKind.Undefined ? RecordValue.Null : value;
            if (_values.TryGetValue(field, out RecordValue old) && old == stored) return;
            _values[field] = stored;
            _changed.Add(field);
        }
    }

    /// <summary>Nothing counts as changed any more; the values stay.</summary>
    public void AcceptChanges() => _changed.Clear();

    /// <summary>The object in the API's form of reading, with <c>id</c>, <c>type</c>, <c>updated_at</c> and <c>display</c>.</summary>
    public string ToJson() => RecordJson.From(this, static (writer, record) => RecordWriter.WriteRead(writer, record)).GetRawText();

    /// <summary>Model, id and display.</summary>
    public override string ToString() => Display is null ? $"{Model} {Id}" : $"{Model} {Id} ({Display})";

    /// <summary>Starts a write: what it sends moves from changed to sent.</summary>
    /// <exception cref="InvalidOperationException">Another write of this object is under way.</exception>
    internal IReadOnlyList<string> BeginWrite(bool changedOnly)
    {
        if (_isWriting) throw new InvalidOperationException($"A write of {Model} {Id} is under way; await it before the next one.");
        _isWriting = true;
        _sent.UnionWith(_changed);
        _changed.Clear();
        return [.. changedOnly ? _values.Keys.Where(_sent.Contains) : _values.Keys];
    }

    /// <summary>Whether a create of this object was sent and nobody knows whether it was applied.</summary>
    internal bool IsCreateInDoubt => _lostCreate is not null;

    /// <summary>A create's answer was lost: what it sent is kept, to know later what was set since.</summary>
    internal void NoteLostCreate(IReadOnlyList<string> fields)
        => _lostCreate = fields.ToDictionary(static field => field, field => _values[field], StringComparer.Ordinal);

    /// <summary>The write was applied; the answer is taken over but for what was set meanwhile.</summary>
    /// <param name="answer">The object as the server has it; null when the answer has none.</param>
    /// <param name="keepEdits">The object was found as an earlier, lost create had made it: what was set since then still has to be written.</param>
    internal void EndWrite(JourneyRecord? answer, bool keepEdits = false)
    {
        _sent.Clear();
        if (keepEdits && _lostCreate is { } lost)
            _changed.UnionWith(_values.Where(value => !lost.TryGetValue(value.Key, out RecordValue sent) || sent != value.Value).Select(static value => value.Key));
        _lostCreate = null;
        _isWriting = false;
        IsNew = false;
        IsStale = answer is null;
        if (answer is not null) TakeOver(answer);
    }

    internal void FailWrite()
    {
        _changed.UnionWith(_sent);
        _sent.Clear();
        _isWriting = false;
    }

    /// <summary>Takes over what was read of the same object; fields set here and not yet written stay.</summary>
    internal void Refresh(JourneyRecord read)
    {
        IsNew = false;
        IsStale = false;
        TakeOver(read);
    }

    internal void Load(string field, RecordValue value) => _values[field] = value;

    internal string? UpdatedAtText => UpdatedAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void TakeOver(JourneyRecord read)
    {
        UpdatedAt = read.UpdatedAt;
        Display = read.Display;
        foreach (string field in _values.Keys.Where(field => !read._values.ContainsKey(field) && !IsUnsent(field)).ToArray()) _values.Remove(field);
        foreach ((string field, RecordValue value) in read._values)
        {
            if (!IsUnsent(field)) _values[field] = value;
        }
    }

    private bool IsUnsent(string field) => _changed.Contains(field) || _sent.Contains(field);
}
