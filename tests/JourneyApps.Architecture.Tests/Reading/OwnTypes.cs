using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace JourneyApps.Architecture.Tests;

/// <summary>Finds the types of the assembly itself that a signature, an attribute or a token mentions.</summary>
internal sealed class OwnTypes(MetadataReader metadata, Action<TypeDefinitionHandle> found)
    : ISignatureTypeProvider<EntityHandle, object?>, ICustomAttributeTypeProvider<EntityHandle>
{
    private readonly Dictionary<string, TypeDefinitionHandle> _byName = metadata.TypeDefinitions
        .ToDictionary(handle => FullName(metadata, handle), handle => handle);

    public void Add(EntityHandle handle)
    {
        if (handle.IsNil) return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                found((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                break;
            case HandleKind.MethodDefinition:
                found(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                found(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Add(metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(method.Method);
                method.DecodeSignature(this, null);
                break;
            case HandleKind.StandaloneSignature:
                StandaloneSignature signature = metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle);
                if (signature.GetKind() == StandaloneSignatureKind.LocalVariables) signature.DecodeLocalSignature(this, null);
                else signature.DecodeMethodSignature(this, null);
                break;
        }
    }

    public void Add(CustomAttributeHandleCollection attributes)
    {
        foreach (CustomAttributeHandle handle in attributes)
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            Add(attribute.Constructor);
            CustomAttributeValue<EntityHandle> value = attribute.DecodeValue(this);
            foreach (CustomAttributeTypedArgument<EntityHandle> argument in value.FixedArguments) Add(argument.Type, argument.Value);
            foreach (CustomAttributeNamedArgument<EntityHandle> argument in value.NamedArguments) Add(argument.Type, argument.Value);
        }
    }

    private void Add(EntityHandle type, object? value)
    {
        Add(type);
        if (value is EntityHandle typeOf) Add(typeOf);
        if (value is ImmutableArray<CustomAttributeTypedArgument<EntityHandle>> items)
        {
            foreach (CustomAttributeTypedArgument<EntityHandle> item in items) Add(item.Type, item.Value);
        }
    }

    public EntityHandle GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        found(handle);
        return handle;
    }

    public EntityHandle GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => handle;

    public EntityHandle GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle,
        byte rawTypeKind)
        => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    /// <summary>The name in a typeof of an attribute, such as "A.B`1[[C, Other]], Assembly"; own types among the arguments are found
    /// too.</summary>
    public EntityHandle GetTypeFromSerializedName(string name)
    {
        EntityHandle first = default;
        foreach (string part in name.Split(['[', ']', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!_byName.TryGetValue(part.Replace('+', '/'), out TypeDefinitionHandle handle)) continue;
            found(handle);
            if (first.IsNil) first = handle;
        }

        return first;
    }

    public PrimitiveTypeCode GetUnderlyingEnumType(EntityHandle type)
    {
        if (type.IsNil || type.Kind != HandleKind.TypeDefinition) return PrimitiveTypeCode.Int32;
        foreach (FieldDefinitionHandle handle in metadata.GetTypeDefinition((TypeDefinitionHandle)type).GetFields())
        {
            FieldDefinition field = metadata.GetFieldDefinition(handle);
            if (metadata.GetString(field.Name) != "value__") continue;
            BlobReader signature = metadata.GetBlobReader(field.Signature);
            signature.ReadByte();
            return (PrimitiveTypeCode)signature.ReadByte();
        }

        return PrimitiveTypeCode.Int32;
    }

    public EntityHandle GetSystemType() => default;

    public bool IsSystemType(EntityHandle type)
        => type.Kind == HandleKind.TypeReference && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name) == "Type";

    public EntityHandle GetPrimitiveType(PrimitiveTypeCode typeCode) => default;
    public EntityHandle GetSZArrayType(EntityHandle elementType) => elementType;
    public EntityHandle GetArrayType(EntityHandle elementType, ArrayShape shape) => elementType;
    public EntityHandle GetByReferenceType(EntityHandle elementType) => elementType;
    public EntityHandle GetPointerType(EntityHandle elementType) => elementType;
    public EntityHandle GetPinnedType(EntityHandle elementType) => elementType;
    public EntityHandle GetFunctionPointerType(MethodSignature<EntityHandle> signature) => default;
    public EntityHandle GetGenericInstantiation(EntityHandle genericType, ImmutableArray<EntityHandle> typeArguments) => genericType;
    public EntityHandle GetGenericMethodParameter(object? genericContext, int index) => default;
    public EntityHandle GetGenericTypeParameter(object? genericContext, int index) => default;
    public EntityHandle GetModifiedType(EntityHandle modifier, EntityHandle unmodifiedType, bool isRequired) => unmodifiedType;

    private static string FullName(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil) return FullName(metadata, type.GetDeclaringType()) + "/" + name;
        string space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }
}
