using System.ComponentModel;
using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.CompilerServices;

/// <summary>Identity and tracking of one object: which fields are known, which were changed, and which a write in progress sends.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "A part of one object, never compared.")]
public partial struct ModelState
{
    private string _id;
    private string? _display;
    private long _updatedTicks;     // UTC; 0 = never read
    private FieldMask _known;
    private FieldMask _changed;
    private ModelStateDetails? _details;
    private bool _isNew;
    private bool _isStale;

    /// <summary>A new object with a fresh id: a random UUID version 4 in lower case.</summary>
    /// <returns>The state.</returns>
    public static ModelState New() => new() { _id = Guid.NewGuid().ToString("D"), _isNew = true };

    /// <summary>A new object with an id that the caller chose.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The state.</returns>
    public static ModelState New(string id) => new() { _id = id, _isNew = true };

    /// <summary>Refers to an object that exists on the server.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The state.</returns>
    public static ModelState Existing(string id) => new() { _id = id };

    /// <summary>The id as the server sent it or as it was made.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <returns>The id.</returns>
    public readonly Id<TModel> IdOf<TModel>() => Id<TModel>.FromServer(_id);

    /// <summary>The id's text. Set by serializers only, which may set null for no id.</summary>
    [AllowNull]
    public string Id
    {
        readonly get => _id;
        set
        {
            if (string.IsNullOrEmpty(value)) return;
            _id = value;
            Details.RoundTripHasId = true;
        }
    }

    /// <summary>When the object last changed on the server, as far as this copy knows; null if it was never read.</summary>
    public readonly DateTimeOffset? UpdatedAt => _updatedTicks == 0 ? null : new DateTimeOffset(_updatedTicks, TimeSpan.Zero);

    /// <summary>The server's display text, or null.</summary>
    public string? Display
    {
        readonly get => _display;
        set => _display = value;
    }

    /// <summary>True until the object was created on the server.</summary>
    public readonly bool IsNew => _isNew;

    /// <summary>True when a write was applied and its result was not read.</summary>
    public readonly bool IsStale => _isStale;

    /// <summary>True when a field was set since the object was read or written.</summary>
    public readonly bool HasChanges => !Changed.IsEmpty;

    internal readonly FieldMask Known => _known;

    internal readonly FieldMask Changed => _details is null ? _changed : _changed.Union(_details.Sent);

    /// <summary>The members that were set while a write is in progress.</summary>
    internal readonly FieldMask ChangedConcurrently => _changed;

    /// <summary>The id of the file that an upload replaces; empty for none, null if unknown.</summary>
    internal readonly string? ReplacedAttachment(int member) => _details?.ReplacedAttachment(member);

    internal readonly string? UnknownMember => _details?.UnknownMember;

    /// <summary>True when the member was read or set.</summary>
    /// <param name="member">The member's index.</param>
    /// <returns>False when the member was never read or set.</returns>
    public readonly bool Knows(int member) => _known[member];

    /// <summary>Sets a field and marks it, unless it is known to have that value already.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The new value.</param>
    /// <returns>False when nothing changed.</returns>
    public bool Set<T>(int member, ref T field, T value)
    {
        if (_known[member] && EqualityComparer<T>.Default.Equals(field, value)) return false;

        // By the id of the replaced file it can be found out whether an upload arrived.
        if (!typeof(T).IsValueType && value is AttachmentValue { Upload: not null } && field is not AttachmentValue { Upload: not null })
            Details.NoteReplaced(member, _known[member] ? (field as AttachmentValue)?.Id ?? "" : null);

        field = value;
        _known = _known.With(member);
        _changed = _changed.With(member);
        return true;
    }

    /// <summary>A short text to display: model, id, display text.</summary>
    /// <param name="model">The model's schema name.</param>
    /// <returns>Such as <c>job 42059e2e-… (Wash Dishes)</c>.</returns>
    public readonly string ToText(string model) => _display is null ? $"{model} {_id}" : $"{model} {_id} ({_display})";

    /// <summary>Fills a blank state for an object that the server sent.</summary>
    internal void Load(string id, long updatedTicks, string? display, in FieldMask known, string? unknownMember)
    {
        _id = id;
        _updatedTicks = updatedTicks;
        _display = display;
        _known = known;
        if (unknownMember is not null)
            Details.UnknownMember = unknownMember;
    }

    private ModelStateDetails Details => _details ??= new ModelStateDetails();
}
