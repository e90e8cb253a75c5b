using System.ComponentModel;

namespace JourneyApps;

/// <summary>A photo, signature or attachment in queries. It can only be compared with null. It also selects the file for a
/// download.</summary>
/// <typeparam name="TFile"><see cref="Photo"/>, <see cref="Signature"/> or <see cref="Attachment"/>.</typeparam>
/// <example><code>app.Jobs.Where(j =&gt; j.Photo != null)</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Operators are the query language; named twins would only repeat them.")]
public readonly partial struct FileField<TFile> : IFieldToken where TFile : AttachmentValue
{
    private readonly string? _name;

    /// <summary>A token for a field.</summary>
    /// <param name="name">The field's name in JSON.</param>
    public FileField(string name) => _name = name;

    string? IFieldToken.FieldName => _name;

    /// <summary>The field has no value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The literal <c>null</c>.</param>
    public static Filter operator ==(FileField<TFile> field, NullLiteral? value) => field.IsNull();

    /// <summary>The field has a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The literal <c>null</c>.</param>
    public static Filter operator !=(FileField<TFile> field, NullLiteral? value) => field.IsNotNull();

    /// <summary>The field has no value.</summary>
    public Filter IsNull() => ComparisonFilter.CreateNull(_name, "=");

    /// <summary>The field has a value.</summary>
    public Filter IsNotNull() => ComparisonFilter.CreateNull(_name, "!=");

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is FileField<TFile> other && other._name == _name;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);
}
