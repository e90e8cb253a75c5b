using System.Collections.Immutable;
using JourneyApps.Generator.Options;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace JourneyApps.Generator.Inputs;

/// <summary>The text of a file that the generator reads. It is the only value of the pipeline that holds a text. Equality compares path,
/// settings and checksum, so a host that reads an unchanged file again reruns nothing.</summary>
internal sealed class SchemaSource : IEquatable<SchemaSource>
{
    private readonly ImmutableArray<byte> _checksum;
    private readonly SourceText _text;

    private SchemaSource(string path, FileRole role, bool isNamed, FileSettings settings, SourceText text)
    {
        Path = path;
        Role = role;
        IsNamed = isNamed;
        Settings = settings;
        _text = text;
        _checksum = text.GetChecksum();
    }

    /// <summary>The path as given to the compiler.</summary>
    public string Path { get; }

    /// <summary>The role of the file.</summary>
    public FileRole Role { get; }

    /// <summary>Whether the project names the file as a schema; otherwise it was found by its name.</summary>
    public bool IsNamed { get; }

    /// <summary>The project's settings for the code of this schema.</summary>
    public FileSettings Settings { get; }

    /// <summary>Reads a file; <see langword="null"/> if it has no role.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The project's options and those of each file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static SchemaSource? TryRead(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        if (!BuildOptions.IsEnabled(options.GlobalOptions)) return null;
        AnalyzerConfigOptions ofFile = options.GetOptions(file);
        bool isNamed = BuildOptions.IsTrue(ofFile, BuildOptions.SchemaMetadata);
        if (FileRoles.Of(file.Path, isNamed) is not { } role) return null;
        if (file.GetText(cancellation) is not { } text) return null;
        return new SchemaSource(file.Path, role, isNamed, FileSettings.Read(file.Path, options.GlobalOptions, ofFile), text);
    }

    /// <summary>The text in full.</summary>
    public string ReadText() => _text.ToString();

    /// <inheritdoc/>
    public bool Equals(SchemaSource? other)
        => ReferenceEquals(this, other)
        || (other is not null && Path == other.Path && Role == other.Role && IsNamed == other.IsNamed
            && Settings.Equals(other.Settings) && _checksum.AsSpan().SequenceEqual(other._checksum.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SchemaSource);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
