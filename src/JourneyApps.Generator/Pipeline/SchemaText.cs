using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace JourneyApps.Generator.Pipeline;

/// <summary>
/// A file that concerns us. The one value of the pipeline that holds a text; equal when path, settings and checksum are, so that a host
/// which reads the file again without need starts nothing.
/// </summary>
internal sealed class SchemaText : IEquatable<SchemaText>
{
    private readonly ImmutableArray<byte> _checksum;
    private readonly SourceText _text;

    private SchemaText(string path, FileRole role, bool isNamed, FileSettings settings, SourceText text)
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

    /// <summary>What the file is to us.</summary>
    public FileRole Role { get; }

    /// <summary>Whether the project calls it a schema; otherwise it was found by its name.</summary>
    public bool IsNamed { get; }

    /// <summary>What the project says about the code of this schema.</summary>
    public FileSettings Settings { get; }

    /// <summary>Reads a file, if it is one of ours.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The project's options and those of each file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static SchemaText? TryRead(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        if (!BuildOptions.IsEnabled(options.GlobalOptions)) return null;
        AnalyzerConfigOptions ofFile = options.GetOptions(file);
        bool isNamed = BuildOptions.IsTrue(ofFile, BuildOptions.SchemaMetadata);
        if (FileRoles.Of(file.Path, isNamed) is not { } role) return null;
        if (file.GetText(cancellation) is not { } text) return null;
        return new SchemaText(file.Path, role, isNamed, FileSettings.Read(file.Path, options.GlobalOptions, ofFile), text);
    }

    /// <summary>The text in full.</summary>
    public string ReadText() => _text.ToString();

    /// <inheritdoc/>
    public bool Equals(SchemaText? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Path == other.Path && Role == other.Role && IsNamed == other.IsNamed
            && Settings.Equals(other.Settings) && _checksum.AsSpan().SequenceEqual(other._checksum.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SchemaText);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
