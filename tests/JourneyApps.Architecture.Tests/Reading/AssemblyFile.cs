using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace JourneyApps.Architecture.Tests;

/// <summary>Reads a compiled project with its embedded debug information: types, their source files, and who uses whom.</summary>
internal sealed partial class AssemblyFile
{
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F3A7BAB3D3B");

    private readonly PEReader _image;
    private readonly MetadataReader _metadata;
    private readonly MetadataReader _debug;
    private readonly string _sourceFolder;
    private readonly Dictionary<TypeDefinitionHandle, SourceType> _types = [];

    private AssemblyFile(PEReader image, MetadataReader debug, string project)
    {
        _image = image;
        _metadata = image.GetMetadataReader();
        _debug = debug;
        _sourceFolder = $"/src/{project}/";
    }

    public static AssemblyTypes Read(Project project)
    {
        Assert.True(File.Exists(project.AssemblyPath), $"{project.AssemblyPath} is not there: build {project.Name} first.");
        using var image = new PEReader(File.OpenRead(project.AssemblyPath));
        DebugDirectoryEntry entry = image.ReadDebugDirectory().Single(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider debug = image.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        return new AssemblyFile(image, debug.GetMetadataReader(), project.Name).Read();
    }

    private AssemblyTypes Read()
    {
        Dictionary<TypeDefinitionHandle, SortedSet<string>> files = FilesByType();
        foreach ((TypeDefinitionHandle handle, SortedSet<string> own) in files)
        {
            if (own.Count > 0) _types.Add(handle, Describe(handle, [.. own]));
        }

        var references = new Dictionary<(SourceType, SourceType), Reference>();
        foreach (TypeDefinitionHandle handle in _metadata.TypeDefinitions)
        {
            if (!_types.TryGetValue(Outermost(handle), out SourceType? from)) continue;
            string member = "";
            var own = new OwnTypes(_metadata, target =>
            {
                if (!_types.TryGetValue(Outermost(target), out SourceType? to) || ReferenceEquals(to, from)) return;
                references.TryAdd((from, to), new Reference(from, to, member));
            });
            Visit(handle, own, name => member = name);
        }

        return new AssemblyTypes([.. _types.Values], [.. references.Values], Count(), Exported());
    }

    private void Visit(TypeDefinitionHandle handle, OwnTypes own, Action<string> entering)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        entering("its declaration");
        own.Add(type.BaseType);
        own.Add(type.GetCustomAttributes());
        Visit(type.GetGenericParameters(), own);
        foreach (InterfaceImplementationHandle item in type.GetInterfaceImplementations())
        {
            own.Add(_metadata.GetInterfaceImplementation(item).Interface);
        }

        foreach (FieldDefinitionHandle item in type.GetFields())
        {
            FieldDefinition field = _metadata.GetFieldDefinition(item);
            entering(_metadata.GetString(field.Name));
            field.DecodeSignature(own, null);
            own.Add(field.GetCustomAttributes());
        }

        foreach (PropertyDefinitionHandle item in type.GetProperties())
        {
            PropertyDefinition property = _metadata.GetPropertyDefinition(item);
            entering(_metadata.GetString(property.Name));
            property.DecodeSignature(own, null);
            own.Add(property.GetCustomAttributes());
        }

        foreach (EventDefinitionHandle item in type.GetEvents())
        {
            EventDefinition @event = _metadata.GetEventDefinition(item);
            entering(_metadata.GetString(@event.Name));
            own.Add(@event.Type);
            own.Add(@event.GetCustomAttributes());
        }

        foreach (MethodDefinitionHandle item in type.GetMethods())
        {
            MethodDefinition method = _metadata.GetMethodDefinition(item);
            entering(_metadata.GetString(method.Name));
            Visit(method, own);
        }
    }

    private void Visit(MethodDefinition method, OwnTypes own)
    {
        method.DecodeSignature(own, null);
        own.Add(method.GetCustomAttributes());
        Visit(method.GetGenericParameters(), own);
        foreach (ParameterHandle item in method.GetParameters()) own.Add(_metadata.GetParameter(item).GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0) return;

        MethodBodyBlock body = _image.GetMethodBody(method.RelativeVirtualAddress);
        own.Add(body.LocalSignature);
        foreach (ExceptionRegion region in body.ExceptionRegions) own.Add(region.CatchType);
        foreach (EntityHandle token in InstructionTokens.Of(body)) own.Add(token);
    }

    private void Visit(GenericParameterHandleCollection parameters, OwnTypes own)
    {
        foreach (GenericParameterHandle handle in parameters)
        {
            GenericParameter parameter = _metadata.GetGenericParameter(handle);
            own.Add(parameter.GetCustomAttributes());
            foreach (GenericParameterConstraintHandle constraint in parameter.GetConstraints())
            {
                own.Add(_metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }
    }

    /// <summary>The files of each type that is not nested. Nested and compiler-generated types count as part of the type around
    /// them.</summary>
    private Dictionary<TypeDefinitionHandle, SortedSet<string>> FilesByType()
    {
        var files = new Dictionary<TypeDefinitionHandle, SortedSet<string>>();
        foreach (TypeDefinitionHandle handle in _metadata.TypeDefinitions)
        {
            SortedSet<string> own = files.TryGetValue(Outermost(handle), out SortedSet<string>? known)
                ? known
                : files[Outermost(handle)] = new SortedSet<string>(StringComparer.Ordinal);
            foreach (MethodDefinitionHandle method in _metadata.GetTypeDefinition(handle).GetMethods())
            {
                MethodDebugInformation debug = _debug.GetMethodDebugInformation(method);
                if (debug.SequencePointsBlob.IsNil) continue;
                foreach (SequencePoint point in debug.GetSequencePoints()) AddFile(own, point.Document);
            }

            foreach (CustomDebugInformationHandle item in _debug.GetCustomDebugInformation(handle))
            {
                CustomDebugInformation information = _debug.GetCustomDebugInformation(item);
                if (_debug.GetGuid(information.Kind) != TypeDefinitionDocuments) continue;
                BlobReader documents = _debug.GetBlobReader(information.Value);
                while (documents.RemainingBytes > 0)
                {
                    AddFile(own, System.Reflection.Metadata.Ecma335.MetadataTokens.DocumentHandle(documents.ReadCompressedInteger()));
                }
            }
        }

        return files;
    }

    private void AddFile(SortedSet<string> files, DocumentHandle document)
    {
        if (document.IsNil) return;
        string path = _debug.GetString(_debug.GetDocument(document).Name).Replace('\\', '/');
        int start = path.LastIndexOf(_sourceFolder, StringComparison.Ordinal);
        if (start < 0) return;
        path = path[(start + _sourceFolder.Length)..];
        if (!path.StartsWith("obj/", StringComparison.Ordinal)) files.Add(path);
    }

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle handle)
    {
        for (TypeDefinitionHandle outer = handle; !outer.IsNil; outer = _metadata.GetTypeDefinition(outer).GetDeclaringType())
            handle = outer;
        return handle;
    }

    private SourceType Describe(TypeDefinitionHandle handle, string[] files)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        string[] name = _metadata.GetString(type.Name).Split('`');
        return new SourceType(_metadata.GetString(type.Namespace), FileLocalPrefix().Replace(name[0], ""),
            name.Length > 1 ? int.Parse(name[1], System.Globalization.CultureInfo.InvariantCulture) : 0,
            (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public, files);
    }

    private int Count() => _metadata.TypeDefinitions.Count(handle => _types.ContainsKey(Outermost(handle))
        && (Outermost(handle) == handle || !_metadata.GetString(_metadata.GetTypeDefinition(handle).Name).Contains('<')));

    private Dictionary<string, int> Exported() => _metadata.TypeDefinitions
        .Where(IsExported)
        .GroupBy(handle => _metadata.GetString(_metadata.GetTypeDefinition(Outermost(handle)).Namespace))
        .ToDictionary(group => group.Key, group => group.Count());

    private bool IsExported(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType().IsNil
            ? (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
            : (type.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.NestedPublic or TypeAttributes.NestedFamily
                && IsExported(type.GetDeclaringType());
    }

    /// <summary>The compiler's prefix of a type that is local to its file.</summary>
    [GeneratedRegex("^<[^>]*>F[0-9A-F]+__")]
    private static partial Regex FileLocalPrefix();
}
