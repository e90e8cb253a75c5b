using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.CompilerServices;

/// <summary>Identity and tracking of one object: what is known, what was changed since, and what a write under way is sending.</summary>
[EditorBrowsable(Hide.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "A part of one object, never compared.")]
public partial struct ModelState
{
    private string _id;
    private string? _display;
    private long _updatedTicks;     // UTC; 0 = never read
    private FieldMask _known;
    private FieldMask _changed;
    private ModelStateExtras? _extras;
    private bool _isNew;
    private bool _isStale;

    /// <summary>A new object with a fresh id: a random UUID version 4 in lower case.</summary>
    /// <returns>The state.</returns>
    public static ModelState New() => new() { _id = Guid.NewGuid().ToString("D"), _isNew = true };

    /// <summary>A new object with an id of the caller's.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The state.</returns>
    public static ModelState New(string id) => new() { _id = id, _isNew = true };

    /// <summary>Stands for an object that exists on the server.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The state.</returns>
    public static ModelState Existing(string id) => new() { _id = id };

    /// <summary>The id's text.</summary>
    public readonly string Id => _id;

    /// <summary>The server's last write that this object has seen, or null.</summary>
    public readonly DateTimeOffset? UpdatedAt => _updatedTicks == 0 ? null : new DateTimeOffset(_updatedTicks, TimeSpan.Zero);

    /// <summary>The server's display text, or null.</summary>
    public readonly string? Display => _display;

    /// <summary>True until the object was created on the server.</summary>
    public readonly bool IsNew => _isNew;

    /// <summary>True when a write went through whose result was not read back.</summary>
    public readonly bool IsStale => _isStale;

    /// <summary>True when a field was set since the object was read or written.</summary>
    public readonly bool HasChanges => !Changed.IsEmpty;

    internal readonly FieldMask Known => _known;

    internal readonly FieldMask Changed => _extras is null ? _changed : _changed.Union(_extras.Sent);

    /// <summary>Set while a write is under way.</summary>
    internal readonly FieldMask ChangedConcurrently => _changed;

    /// <summary>The attachment that an upload takes the place of: its id, an empty text for none, null when nobody knows.</summary>
    internal readonly string? ReplacedAttachment(int member) => _extras?.ReplacedAttachment(member);

    internal readonly string? UnknownMember => _extras?.UnknownMember;

    /// <summary>True when the member was read or set.</summary>
    /// <param name="member">The member's index.</param>
    /// <returns>False when nothing is known of it.</returns>
    public readonly bool Knows(int member) => _known[member];

    /// <summary>Sets a field and marks it, unless it is known to have that value already.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The new value.</param>
    /// <returns>False when nothing changed.</returns>
    public bool Set<T>(int member, ref T field, T value)
    {
        if (_known[member] && EqualityComparer<T>.Default.Equals(field, value))
            return false;

        // Whether an upload arrived shows by the id that it took the place of.
        if (!typeof(T).IsValueType && value is AttachmentValue { Upload: not null } && field is not AttachmentValue { Upload: not null })
            Extras.NoteReplaced(member, _known[member] ? (field as AttachmentValue)?.Id ?? "" : null);

        field = value;
        _known = _known.With(member);
        _changed = _changed.With(member);
        return true;
    }

    /// <summary>A short text for people: model, id, display.</summary>
    /// <param name="model">The model's schema name.</param>
    /// <returns>Such as <c>job 42059e2e-… (Wash Dishes)</c>.</returns>
    public readonly string ToText(string model) => _display is null ? $"{model} {_id}" : $"{model} {_id} ({_display})";

    /// <summary>Makes a blank state that of an object which the server sent.</summary>
    internal void Load(string id, long updatedTicks, string? display, in FieldMask known, string? unknownMember)
    {
        _id = id;
        _updatedTicks = updatedTicks;
        _display = display;
        _known = known;
        if (unknownMember is not null)
            Extras.UnknownMember = unknownMember;
    }

    private ModelStateExtras Extras => _extras ??= new ModelStateExtras();
}
