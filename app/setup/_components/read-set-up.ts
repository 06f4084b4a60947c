/** The form as the action takes it: `owner.name` becomes `owner: { name }`. The action judges every value itself. */
export function readSetUp(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    code: text("code"),
    owner: { name: text("owner.name"), email: text("owner.email"), password: text("owner.password") },
    sellerName: text("sellerName"),
    address: {
      recipient: text("address.recipient"),
      line1: text("address.line1"),
      line2: text("address.line2"),
      city: text("address.city"),
      district: text("address.district"),
      region: text("address.region"),
      postalCode: text("address.postalCode"),
      country: text("address.country"),
      phone: text("address.phone"),
    },
  };
}
